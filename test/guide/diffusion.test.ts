import { describe, expect, test } from 'vitest'
import { biharmonic } from '../../src/biharmonic/index'
import { harmonic } from '../../src/harmonic/index'
import { type Guide, inpaint } from '../../src/index'

// What lines, edges and colours do to the equations, with and without, on scenes whose truth is known.

const side = 64

/** A grey image of doubles, drawn pixel by pixel. */
function scene(draw: (x: number, y: number) => number) {
  const data = Float64Array.from({ length: side * side }, (_, i) =>
    draw(i % side, Math.floor(i / side)),
  )
  return { data, width: side, height: side, channels: 1 }
}

/** A hole in the middle. */
const mask = Uint8Array.from({ length: side * side }, (_, i) => {
  const x = i % side
  const y = Math.floor(i / side)
  return x >= 16 && x < 48 && y >= 16 && y < 48 ? 1 : 0
})

function meanError(
  filled: { data: ArrayLike<number> },
  truth: { data: ArrayLike<number> },
): number {
  let sum = 0
  let count = 0
  mask.forEach((missing, i) => {
    if (missing === 0) return
    sum += Math.abs(filled.data[i] - truth.data[i])
    count++
  })
  return sum / count
}

describe('edges', () => {
  const border = (x: number) => 12.3 + 0.6 * x
  const halves = scene((x, y) => (y < border(x) ? 50 : 200))
  const line = [
    [0, border(0)],
    [side, border(side)],
  ] as const

  test('part the hole, exactly along the line', () => {
    const plain = meanError(harmonic(halves, mask), halves)
    const filled = harmonic(halves, mask, { guide: { edges: [line] } })
    expect(plain).toBeGreaterThan(15)
    expect(meanError(filled, halves)).toBeLessThan(0.5)
  })

  test('of a map and of a drawing part it too, but for the pixels of the edge itself', () => {
    const data = new Float32Array(2 * side * side)
    const drawn = new Uint8Array(side * side)
    for (let x = 0; x < side; x++) {
      const i = Math.round(border(x)) * side + x
      data.set([-0.51, 0.86], 2 * i)
      drawn[i] = 255
    }
    const map = { data, width: side, height: side, channels: 2 } as const
    for (const edges of [map, drawn, { data: drawn, width: side, height: side }]) {
      const filled = harmonic(halves, mask, { guide: { edges } })
      expect(meanError(filled, halves)).toBeLessThan(3)
    }
  })

  test('outside of holes mean nothing', () => {
    const far = [
      [2, 2],
      [60, 8],
    ] as const
    const filled = harmonic(halves, mask, { guide: { edges: [far] } })
    expect(meanError(filled, harmonic(halves, mask))).toBeLessThan(1e-9)
  })
})

describe('lines', () => {
  // A pole, three pixels wide, leaning, darker towards its top.
  const middle = (y: number) => 26 + 0.2 * y
  const pole = scene((x, y) => (Math.abs(x - middle(y)) <= 1.5 ? 20 + y : 180))
  const stroke = {
    points: [
      [middle(8), 8],
      [middle(56), 56],
    ],
    width: 3,
  } as const

  test('go on through the hole in their own colour', () => {
    const plain = harmonic(pole, mask)
    const filled = harmonic(pole, mask, { guide: { lines: [stroke] } })
    expect(meanError(filled, pole)).toBeLessThan(meanError(plain, pole) / 10)
    const contrast = (image: { data: Float64Array }) =>
      image.data[32 * side + 40] - image.data[32 * side + Math.round(middle(32))]
    expect(contrast(plain)).toBeLessThan(20)
    expect(contrast(filled)).toBeGreaterThan(120)
  })

  test('may cross', () => {
    const across = { points: [...stroke.points].map(([x, y]) => [y, x] as const), width: 3 }
    const cross = scene((x, y) =>
      Math.min(Math.abs(x - middle(y)), Math.abs(y - middle(x))) <= 1.5 ? 30 : 180,
    )
    const filled = harmonic(cross, mask, { guide: { lines: [stroke, across] } })
    expect(meanError(filled, cross)).toBeLessThan(meanError(harmonic(cross, mask), cross) / 8)
  })
})

describe('colors', () => {
  const flat = scene(() => 100)
  /** 180 in a disc in the middle, at some weight. */
  const dab = (weight: number) => {
    const data = new Float64Array(2 * side * side)
    for (let i = 0; i < side * side; i++) {
      const x = (i % side) - 32
      const y = Math.floor(i / side) - 32
      if (x * x + y * y <= 36) data.set([180, weight], 2 * i)
    }
    return { data, width: side, height: side, channels: 2 }
  }
  const centre = 32 * side + 32
  const filledWith = (method: 'harmonic' | 'biharmonic', weight: number): number =>
    inpaint(flat, mask, { method, guide: { colors: dab(weight) } }).data[centre]

  test.each(['harmonic', 'biharmonic'] as const)('%s: pull as much as their weight', (method) => {
    expect(filledWith(method, 0)).toBe(100)
    expect(Math.abs(filledWith(method, 1) - 180)).toBeLessThan(1)
    const offBy = (weight: number) => Math.abs(filledWith(method, weight) - 180)
    expect(offBy(0.001)).toBeLessThan(79)
    expect(offBy(0.5)).toBeLessThan(offBy(0.001) - 5)
  })

  test('fade into what is around, without a step', () => {
    const { data } = harmonic(flat, mask, { guide: { colors: dab(1) } })
    for (let x = 32; x < 48; x++) {
      const drop = data[32 * side + x] - data[32 * side + x + 1]
      expect(drop).toBeGreaterThan(-0.5)
      expect(drop).toBeLessThan(20)
    }
  })

  test('equal to what would be there anyway change nothing', () => {
    const same = dab(0.7)
    for (let i = 0; i < side * side; i++) if (same.data[2 * i + 1] > 0) same.data[2 * i] = 100
    for (const method of [harmonic, biharmonic]) {
      expect(method(flat, mask, { guide: { colors: same } }).data).toEqual(flat.data)
    }
  })

  test('of a canvas go with an image of a canvas, and with one in 16 bits', () => {
    const pixels = side * side
    const rgba = new Uint8ClampedArray(4 * pixels).fill(255)
    const colors = new Uint8ClampedArray(4 * pixels)
    for (let i = 0; i < pixels; i++) {
      rgba.set([10, 20, 30], 4 * i)
      if (mask[i] === 1) colors.set([200, 100, 0, 255], 4 * i)
    }
    const guide: Guide = { colors: { data: colors, width: side, height: side } }
    const filled = harmonic({ data: rgba, width: side, height: side }, mask, { guide })
    expect([...filled.data.subarray(4 * centre, 4 * centre + 4)]).toEqual([200, 100, 0, 255])
    const wide = new Uint16Array(3 * pixels).fill(2570)
    const { data } = harmonic({ data: wide, width: side, height: side }, mask, { guide })
    expect([...data.subarray(3 * centre, 3 * centre + 3)]).toEqual([51400, 25700, 0])
  })
})
