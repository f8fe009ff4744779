import { describe, expect, test } from 'vitest'
import { inpaint } from '../../src/index'
import { ns } from '../../src/ns/index'
import { telea } from '../../src/telea/index'

// Small enough for paper: mostly one missing pixel and a radius of 1, so four neighbours take part.

describe('ns', () => {
  // Columns of one value each. Up and down from the missing pixel lie on its isophote and weigh 1/2
  // each (1 / (1⁴ + 1)). Left and right lie across theirs and weigh a millionth of that. So the
  // value is (20 + 20 + (10 + 50) / 10⁶) / (2 + 2 / 10⁶) = 20.00001.
  const rows = [
    [0, 10, 20, 50, 60],
    [0, 10, 20, 50, 60],
    [0, 10, NaN, 50, 60],
    [0, 10, 20, 50, 60],
    [0, 10, 20, 50, 60],
  ]

  test('continues a column', () => {
    const image = { data: Float64Array.from(rows.flat()), width: 5, height: 5 }
    expect(ns(image, null, 1).data[12]).toBeCloseTo(20.00001, 6)
  })

  test('continues a row, when the rows are the columns', () => {
    const turned = rows.map((_, x) => rows.map((row) => row[x]))
    const image = { data: Float64Array.from(turned.flat()), width: 5, height: 5 }
    expect(ns(image, null, 1).data[12]).toBeCloseTo(20.00001, 6)
  })

  test('in 8 bits, rounded', () => {
    const image = { data: Uint8Array.from(rows.flat()), width: 5, height: 5 }
    const mask = rows.flat().map((value) => Number.isNaN(value))
    expect(ns(image, mask, 1).data[12]).toBe(20)
  })
})

describe('telea', () => {
  // The missing pixel is equally far from all four neighbours, so the distance has no gradient
  // there, no direction is better than another, and each neighbour weighs the same.
  const rows = [
    [7, 7, 7, 7, 7],
    [7, 7, 12, 7, 7],
    [7, 20, NaN, 30, 7],
    [7, 7, 46, 7, 7],
    [7, 7, 7, 7, 7],
  ]
  const image = { data: Float64Array.from(rows.flat()), width: 5, height: 5 }

  test('without gradient: the mean, (12 + 20 + 30 + 46) / 4', () => {
    expect(telea(image, null, 1, { gradient: 0 }).data[12]).toBeCloseTo(27, 9)
  })

  test('with the gradient of each neighbour continued by one pixel', () => {
    // Upwards of the missing pixel: 12 - 7 = 5 downwards, so 12 + 5. Likewise 20 + 13, 30 + 23 and
    // 46 + 39. The mean, 27 + 20 = 47, is more than any neighbour; it is kept within their range.
    expect(telea(image, null, 1, { gradient: 0.5 }).data[12]).toBeCloseTo(37, 9)
    expect(telea(image, null, 1).data[12]).toBeCloseTo(37, 9)
    expect(telea(image, null, 1, { gradient: 1 }).data[12]).toBe(46)
  })

  test('a ramp goes on as a ramp, whatever the shape of the hole', () => {
    const ramp = {
      data: new Float64Array(81).map((_, i) => 3 * (i % 9) + 2 * Math.floor(i / 9)),
      width: 9,
      height: 9,
    }
    // Not symmetric, so that no two errors cancel.
    const missing = [30, 31, 32, 40, 49]
    const mask = ramp.data.map((_, i) => (missing.includes(i) ? 1 : 0))
    const filled = telea(ramp, mask, 3, { gradient: 1 })
    for (const i of missing) expect(filled.data[i]).toBeCloseTo(ramp.data[i], 9)
    // Half the gradient falls short of it.
    const half = telea(ramp, mask, 3)
    expect(missing.some((i) => Math.abs(half.data[i] - ramp.data[i]) > 0.01)).toBe(true)
  })
})

test('the order in which equally near pixels are filled is from above, from the left', () => {
  // A corridor of two missing pixels: the left one is filled from the left neighbour alone, as the
  // right one is not known yet; the right one then sees both.
  const image = { data: Float64Array.of(0, NaN, NaN, 9), width: 4, height: 1 }
  const { data } = inpaint(image, null, 1, 'ns')
  expect(data[1]).toBe(0)
  expect(data[2]).toBeGreaterThan(0)
  expect(data[2]).toBeLessThan(9)
})
