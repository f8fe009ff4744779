import { describe, expect, test } from 'vitest'
import { completeEdges } from '../../src/edges/index'
import { harmonic } from '../../src/harmonic/index'

// Edges broken by a hole, on scenes whose edges are known.

const side = 120

function draw(value: (x: number, y: number) => number) {
  const data = new Uint8Array(side * side)
  for (let i = 0; i < data.length; i++) data[i] = value(i % side, Math.floor(i / side))
  return { data, width: side, height: side, channels: 1 }
}

/** A disc in the middle. */
const isHole = (x: number, y: number) => Math.hypot(x - 60, y - 60) < 25
const mask = draw((x, y) => (isHole(x, y) ? 255 : 0)).data

/** How far the points of a line that lie in the hole are from a curve, at most. */
const farthest = (line: readonly [number, number][], away: (x: number, y: number) => number) =>
  Math.max(...line.filter(([x, y]) => isHole(x, y)).map(([x, y]) => Math.abs(away(x, y))))

test.each([0, 17, 45, 70, 90, 120])('a straight edge at %i degrees goes straight on', (degrees) => {
  const [nx, ny] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const away = (x: number, y: number) => (x - 62) * nx + (y - 57) * ny
  const image = draw((x, y) => 60 + 120 * Math.min(Math.max(away(x, y) + 0.5, 0), 1))
  const lines = completeEdges(image, mask)
  expect(lines).toHaveLength(1)
  expect(farthest(lines[0], away)).toBeLessThan(1.5)
  const ends = [lines[0][0], lines[0][lines[0].length - 1]]
  for (const [x, y] of ends) expect(isHole(x, y)).toBe(false)
})

test('an arc goes on bending', () => {
  const away = (x: number, y: number) => Math.hypot(x - 60, y - 100) - 50
  const image = draw((x, y) => 60 + 120 * Math.min(Math.max(away(x, y) + 0.5, 0), 1))
  const lines = completeEdges(image, mask)
  expect(lines).toHaveLength(1)
  // The chord is 6 pixels off.
  expect(farthest(lines[0], away)).toBeLessThan(2)
})

test('of several, each finds its own other end', () => {
  // A band that leans, brighter than its surroundings, above a dark ground.
  const upper = (x: number, y: number) => y - 48 - 0.2 * (x - 60)
  const lower = (x: number, y: number) => y - 62 - 0.2 * (x - 60)
  const ground = (_: number, y: number) => y - 76
  const image = draw((x, y) =>
    ground(x, y) > 0 ? 20 : upper(x, y) > 0 && lower(x, y) < 0 ? 220 : 120,
  )
  const lines = completeEdges(image, mask)
  expect(lines).toHaveLength(3)
  for (const curve of [upper, lower, ground]) {
    const errors = lines.map((line) => farthest(line, curve))
    expect(Math.min(...errors)).toBeLessThan(2)
  }
})

test('ends that do not fit together stay apart', () => {
  // Two that lead past each other, a step aside as long as the hole is wide.
  const aside = draw((x, y) => (x < 60 ? (y < 42 ? 50 : 150) : y < 78 ? 50 : 150))
  for (const line of completeEdges(aside, mask)) {
    const [[x0], [x1]] = [line[0], line[line.length - 1]]
    expect(Math.abs(x1 - x0)).toBeLessThan(40)
  }
  // Two edges on one line, one of them dark above, the other one dark below.
  const reversed = draw((x, y) => (y < 60 === x < 60 ? 60 : 200))
  const lines = completeEdges(reversed, mask)
  for (const line of lines) {
    const [[x0, y0]] = line
    const [x1, y1] = line[line.length - 1]
    expect([x0 < 40 && x1 > 80, y0 < 40 && y1 > 80]).toEqual([false, false])
  }
})

test('where nothing is broken there is nothing to complete', () => {
  expect(
    completeEdges(
      draw(() => 80),
      mask,
    ),
  ).toEqual([])
  const beside = draw((x) => (x < 20 ? 50 : 150))
  expect(completeEdges(beside, mask)).toEqual([])
  expect(completeEdges(beside, new Uint8Array(side * side))).toEqual([])
})

describe('as a guide', () => {
  test('it makes a diffusion keep edges on its own', () => {
    const image = draw((x, y) => 60 + 120 * Math.min(Math.max(y - 40 - 0.4 * x + 0.5, 0), 1))
    const error = (filled: { data: Uint8Array }): number => {
      let sum = 0
      let count = 0
      for (let i = 0; i < mask.length; i++) {
        if (mask[i] === 0) continue
        sum += Math.abs(filled.data[i] - image.data[i])
        count++
      }
      return sum / count
    }
    const edges = completeEdges(image, mask)
    expect(error(harmonic(image, mask))).toBeGreaterThan(15)
    expect(error(harmonic(image, mask, { guide: { edges } }))).toBeLessThan(2.5)
  })
})

test('errors', () => {
  const call = completeEdges as (...args: unknown[]) => unknown
  const image = draw(() => 0)
  expect(() => call(image, mask, { mask })).toThrow(
    new TypeError("options: expected only sigma, low, high, got 'mask'"),
  )
  expect(() => call(image, mask.subarray(1))).toThrow(
    new RangeError('mask.data: expected 120 x 120 x 1 = 14400 samples, got 14399'),
  )
})
