import { describe, expect, test } from 'vitest'
import { latticeOf } from '../../src/elliptic/lattice'
import { createIsophotes, type Isophotes } from '../../src/transport/isophotes'
import { pixelsOf } from '../../src/transport/pixels-of'
import { sidesOf } from '../../src/transport/sides'
import { createSmoothing } from '../../src/transport/smoothing'
import { onePatch } from '../support/patches'

const side = 41
const middle = (side - 1) / 2
const mask = new Uint8Array(side * side)
mask[middle * side + middle] = 1
const patch = onePatch(mask, side, side)
const lattice = latticeOf(patch)
const sides = sidesOf(lattice)
const numberOf = (x: number, y: number): number => patch.runs[4 * y + 3] + x

function plane(brightness: (x: number, y: number) => number): Float64Array {
  const samples = new Float64Array(patch.size)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) samples[numberOf(x, y)] = brightness(x - middle, y - middle)
  }
  return samples
}

describe('smoothing', () => {
  const smooth = createSmoothing(sides, 5)
  const tensorsOf = (xx: Float64Array): Float64Array => {
    const tensors = new Float64Array(3 * patch.size)
    for (let i = 0; i < patch.size; i++) tensors.set([xx[i], 2 * xx[i], -xx[i]], 3 * i)
    return tensors
  }

  test('spreads a point as far as its scale, the same way to all four sides', () => {
    const smoothed = new Float64Array(3 * patch.size)
    smooth(tensorsOf(plane((x, y) => (x === 0 && y === 0 ? 1 : 0))), smoothed)
    const at = (x: number, y: number, c = 0): number =>
      smoothed[3 * numberOf(x + middle, y + middle) + c]
    let total = 0
    let spread = 0
    for (let y = -middle; y <= middle; y++) {
      for (let x = -middle; x <= middle; x++) {
        total += at(x, y)
        spread += x * x * at(x, y)
        expect(at(x, y)).toBeCloseTo(at(-x, y), 12)
        expect(at(x, y)).toBeCloseTo(at(y, x), 12)
        expect(at(x, y, 1)).toBeCloseTo(2 * at(x, y), 12)
        expect(at(x, y, 2)).toBeCloseTo(-at(x, y), 12)
      }
    }
    expect(total).toBeCloseTo(1, 1)
    // The tails lie outside the picture.
    expect(Math.sqrt(spread / total)).toBeGreaterThan(4.5)
    expect(Math.sqrt(spread / total)).toBeLessThan(5)
  })

  test('leaves what is the same everywhere, also in place', () => {
    const tensors = tensorsOf(plane(() => 7))
    smooth(tensors, tensors)
    expect(tensors[3 * numberOf(0, 0)]).toBeCloseTo(7, 12)
    expect(tensors[3 * numberOf(middle, middle) + 2]).toBeCloseTo(-7, 12)
  })
})

function measured(samples: Float64Array): Isophotes {
  const near = pixelsOf(lattice, sides, patch.missing)
  const isophotes = createIsophotes(patch, [samples], lattice, sides, near, 1)
  isophotes.measure()
  return isophotes
}

describe('isophotes', () => {
  test.each([0, 17, 45, 90, 120, 163])('of a pattern at %d degrees run along it', (degrees) => {
    const angle = (degrees * Math.PI) / 180
    const [tx, ty] = [Math.cos(angle), Math.sin(angle)]
    const isophotes = measured(plane((x, y) => Math.sin((ty * x - tx * y) / 3)))
    expect(isophotes.strengths[0]).toBeGreaterThan(0.9)
    expect(isophotes.strengths[0]).toBeLessThanOrEqual(1)

    const { corners, fractions } = isophotes
    const steps = [0, 2].map((at) => {
      const upperLeft = corners[at] - numberOf(0, 0)
      const x = (upperLeft % (side + 1)) - middle + fractions[at]
      const y = Math.floor(upperLeft / (side + 1)) - middle + fractions[at + 1]
      expect(corners[at + 1] - corners[at]).toBe(side + 1)
      expect(Math.hypot(x, y)).toBeCloseTo(Math.SQRT2, 9)
      // The sine of the angle between the step and the pattern.
      expect(Math.abs(x * ty - y * tx) / Math.SQRT2).toBeLessThan(0.02)
      return [x, y]
    })
    expect(steps[0][0]).toBeCloseTo(-steps[1][0], 9)
    expect(steps[0][1]).toBeCloseTo(-steps[1][1], 9)
  })

  test('have no strength where no direction prevails', () => {
    const isophotes = measured(plane((x, y) => Math.cos(x / 2) + Math.cos(y / 2)))
    expect(isophotes.strengths[0]).toBeLessThan(0.001)
    const flat = measured(plane(() => 3))
    expect(flat.strengths[0]).toBe(0)
  })
})
