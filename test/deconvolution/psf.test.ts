import fc from 'fast-check'
import ndarray from 'ndarray'
import { describe, expect, test } from 'vitest'
import { type Psf, psf } from '../../src/deconvolution/index'

const anySize = fc.double({ min: 0.1, max: 12, noNaN: true })
const anyTool = fc.oneof(
  anySize.map(psf.gaussian),
  anySize.map(psf.disk),
  fc.tuple(anySize, anySize).map(([width, height]) => psf.box(width, height)),
  fc
    .tuple(anySize, fc.double({ min: -400, max: 400, noNaN: true }))
    .map(([length, degrees]) => psf.motion(length, degrees)),
)

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

/** Where the light of a point goes on average, from the origin. */
function shift({ data, width, origin }: Psf): [x: number, y: number] {
  let x = 0
  let y = 0
  data.forEach((weight, i) => {
    x += weight * ((i % width) - origin[0])
    y += weight * (Math.floor(i / width) - origin[1])
  })
  return [x, y]
}

test('every tool: weights from 0 that sum to 1, and no shift, whatever the size', () => {
  fc.assert(
    fc.property(anyTool, (made) => {
      expect(made.data.length).toBe(made.width * made.height)
      expect(made.data.every((weight) => weight >= 0)).toBe(true)
      expect(sum(made.data)).toBeCloseTo(1, 12)
      expect(made.origin).toEqual([(made.width - 1) / 2, (made.height - 1) / 2])
      for (const distance of shift(made)) expect(Math.abs(distance)).toBeLessThan(1e-9)
    }),
  )
})

test('every tool: no empty row or column around it', () => {
  fc.assert(
    fc.property(anyTool, ({ data, width, height }) => {
      expect(data.subarray(0, width).some((weight) => weight > 0)).toBe(true)
      expect(data.some((weight, i) => i % width === 0 && weight > 0)).toBe(true)
      expect(height % 2).toBe(1)
    }),
  )
})

/** The share of a shape in each pixel, by 64 x 64 points in each. */
function byPoints(made: Psf, isInside: (x: number, y: number) => boolean): Float64Array {
  const counts = made.data.map((_, i) => {
    const left = (i % made.width) - made.origin[0] - 0.5
    const top = Math.floor(i / made.width) - made.origin[1] - 0.5
    let count = 0
    for (let p = 0; p < 4096; p++) {
      if (isInside(left + ((p % 64) + 0.5) / 64, top + (Math.floor(p / 64) + 0.5) / 64)) count++
    }
    return count
  })
  const total = sum(counts)
  return counts.map((count) => count / total)
}

function expectNear(actual: Float64Array, expected: Float64Array): void {
  const most = Math.max(...expected)
  actual.forEach((weight, i) => {
    expect(Math.abs(weight - expected[i])).toBeLessThan(0.02 * most)
  })
}

test.each([0.3, 0.5, 1, 2.5, 4.2])('a disc of radius %d is its area in each pixel', (radius) => {
  const made = psf.disk(radius)
  expectNear(
    made.data,
    byPoints(made, (x, y) => Math.hypot(x, y) <= radius),
  )
})

test.each([
  [9, 30],
  [15, 45],
  [7.5, -72],
  [0.4, 10],
  [20, 171],
])('a stroke of %d pixels at %d degrees is its area in each pixel', (length, degrees) => {
  const made = psf.motion(length, degrees)
  const cos = Math.cos((degrees * Math.PI) / 180)
  const sin = Math.sin((degrees * Math.PI) / 180)
  const isInside = (x: number, y: number): boolean =>
    Math.abs(x * cos - y * sin) <= length / 2 && Math.abs(x * sin + y * cos) <= 0.5
  expectNear(made.data, byPoints(made, isInside))
})

test('a stroke along an axis is a box, and rises to the right at 45 degrees', () => {
  expect(psf.motion(15)).toEqual(psf.box(15, 1))
  expect(psf.motion(4, 90)).toEqual(psf.box(1, 4))
  const { data, width } = psf.motion(5, 45)
  expect(data[width - 2 + width]).toBeGreaterThan(0.1)
  expect(data[width + 1]).toBe(0)
})

test('a direction and its opposite are the same', () => {
  expect(psf.motion(11, 200)).toEqual(psf.motion(11, 20))
  expect(psf.motion(11, -160)).toEqual(psf.motion(11, 20))
})

test('a Gaussian has its standard deviation', () => {
  const { data, width, origin } = psf.gaussian(2)
  const variance = sum(data.map((weight, i) => weight * ((i % width) - origin[0]) ** 2))
  expect(Math.sqrt(variance)).toBeCloseTo(2, 2)
})

describe('from', () => {
  test('weights of any scale and kind', () => {
    const rows = [
      [0, 1, 0],
      [2, 4, 1],
    ]
    const expected = {
      data: Float64Array.from([0, 1, 0, 2, 4, 1], (weight) => weight / 8),
      width: 3,
      height: 2,
      origin: [1, 1],
    }
    const data = Uint8Array.from(rows.flat())
    expect(psf.from(rows)).toEqual(expected)
    expect(psf.from({ data, width: 3, height: 2 })).toEqual(expected)
    expect(psf.from(ndarray(Uint8Array.from([0, 2, 1, 4, 0, 1]), [2, 3], [1, 2]))).toEqual(expected)
    const info = { width: 3, height: 2, channels: 1 }
    expect(psf.from({ data, info })).toEqual(expected)
  })

  test('of colours the mean, and alpha is not looked at', () => {
    const data = new Uint8ClampedArray([3, 3, 3, 0, 1, 2, 0, 255])
    expect(psf.from({ data, width: 2, height: 1 }).data).toEqual(new Float64Array([0.75, 0.25]))
  })

  test('the middle of an even size is the pixel after it, and an origin may be told', () => {
    const rows = [[1, 1, 1, 1]]
    expect(psf.from(rows).origin).toEqual([2, 0])
    expect(psf.from(rows, { origin: [0, 0] }).origin).toEqual([0, 0])
    expect(psf.from(psf.from(rows, { origin: [1, 0] })).origin).toEqual([1, 0])
  })

  test('what came is not written to', () => {
    const data = new Float64Array([1, 3])
    psf.from({ data, width: 2, height: 1 })
    expect(data).toEqual(new Float64Array([1, 3]))
  })
})
