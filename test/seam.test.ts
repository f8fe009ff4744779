import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Hole, inpaint, plan } from '../src/index'
import { telea } from '../src/telea/index'
import { anyDamaged, anyMethod, type Damaged } from './support/arbitraries'
import { expectSameImage } from './support/expect-image'

// What `dilate` and `feather` do to which pixels, against definitions written down pixel by pixel.

const runs = (seed: number) => ({ seed, numRuns: 100 })

/** Damaged images where something is known even after growing the mask. */
const anySeam = fc
  .record({
    damaged: anyDamaged({ leastSide: 8, mostSide: 24 }),
    dilate: fc.integer({ min: 0, max: 4 }),
    method: anyMethod,
  })
  .filter(({ damaged, dilate }) => stepsFrom(damaged).some((steps) => steps > dilate))

/** How far each pixel is from the mask, corners counting as one step. */
function stepsFrom({ image: { width, height }, mask }: Damaged): number[] {
  return Array.from(mask, (_, i) => {
    let least = Infinity
    for (let y = 0, j = 0; y < height; y++) {
      for (let x = 0; x < width; x++, j++) {
        if (mask[j] === 0) continue
        const step = Math.max(Math.abs(x - (i % width)), Math.abs(y - Math.floor(i / width)))
        least = Math.min(least, step)
      }
    }
    return least
  })
}

describe('dilate', () => {
  test('is the mask grown by so many pixels to every side', () => {
    fc.assert(
      fc.property(anySeam, ({ damaged, dilate, method }) => {
        const { image, mask } = damaged
        const grown = stepsFrom(damaged).map((steps) => steps <= dilate)
        const expected = inpaint(image, grown, { method })
        expectSameImage(inpaint(image, mask, { method, dilate }), expected, 'seam: dilate')
      }),
      runs(811),
    )
  })

  test('grows holes of NaN too', () => {
    const data = Float64Array.from({ length: 9 }, (_, x) => (x === 4 ? NaN : x))
    const holes: Hole[] = []
    const method = (hole: Hole): void => {
      holes.push(hole)
      for (const i of hole.missing) hole.samples[i] = 0
    }
    const result = inpaint({ data, width: 9, height: 1 }, null, { method, dilate: 2, radius: 1 })
    expect([...result.data]).toEqual([0, 1, 0, 0, 0, 0, 0, 7, 8])
    expect(holes).toHaveLength(1)
  })

  test('is planned with', () => {
    const image = { data: Uint8Array.from({ length: 400 }, (_, i) => i), width: 20, height: 20 }
    const mask = image.data.map((_, i) => (i === 210 ? 1 : 0))
    expect(plan(image, mask, { dilate: 2 })).toMatchObject([
      { x: 8, y: 8, width: 5, height: 5, pixels: 25 },
    ])
  })
})

describe('feather', () => {
  test('mixes only what dilate has added, by the steps from the mask', () => {
    fc.assert(
      fc.property(anySeam, fc.double({ min: 0, max: 1, noNaN: true }), (seam, share) => {
        const { damaged, dilate, method } = seam
        const { image, mask } = damaged
        const feather = share * dilate
        const whole = inpaint({ ...image, data: Float64Array.from(image.data) }, mask, {
          method,
          dilate,
        })
        const mixed = inpaint({ ...image, data: Float64Array.from(image.data) }, mask, {
          method,
          dilate,
          feather,
        })
        stepsFrom(damaged).forEach((steps, i) => {
          const part = Math.min(Math.max((dilate + 1 - steps) / (feather + 1), 0), 1)
          for (let s = i * image.channels; s < (i + 1) * image.channels; s++) {
            const before = image.data[s]
            if (part === 0) expect(mixed.data[s]).toBe(before)
            else if (part === 1) expect(mixed.data[s]).toBe(whole.data[s])
            else {
              const size = Math.abs(before) + Math.abs(whole.data[s])
              const error = mixed.data[s] - (before + part * (whole.data[s] - before))
              expect(Math.abs(error)).toBeLessThanOrEqual(1e-14 * size)
            }
          }
        })
      }),
      runs(812),
    )
  })

  test('brings as much dilate as it needs, where that is not given', () => {
    fc.assert(
      fc.property(anySeam, fc.double({ min: 0, max: 1, noNaN: true }), (seam, share) => {
        const { damaged, dilate, method } = seam
        const { image, mask } = damaged
        const feather = share * dilate
        const expected = inpaint(image, mask, { method, feather, dilate: Math.ceil(feather) })
        expectSameImage(inpaint(image, mask, { method, feather }), expected, 'seam: feather alone')
      }),
      runs(813),
    )
  })

  test('makes a step between filling and picture a slope', () => {
    // A method that is 40 levels off: without a rim, the step is all there at once.
    const off = ({ missing, samples }: Hole): void => {
      for (const i of missing) samples[i] = 140
    }
    const image = { data: new Uint8Array(32).fill(100), width: 32, height: 1 }
    const mask = image.data.map((_, x) => (x >= 14 && x < 18 ? 1 : 0))
    const row = (feather: number) => [
      ...inpaint(image, mask, { method: off, dilate: 6, feather }).data.subarray(6, 14),
    ]
    expect(row(0)).toEqual([100, 100, 140, 140, 140, 140, 140, 140])
    expect(row(3)).toEqual([100, 100, 110, 120, 130, 140, 140, 140])
  })
})

describe('errors', () => {
  const image = { data: new Uint8Array(16), width: 4, height: 4 }
  const mask = image.data.map((_, i) => (i === 5 ? 255 : 0))
  const rows: [options: object, error: Error][] = [
    [{ dilate: 0.5 }, new RangeError('dilate: expected a whole number from 0 to 1000, got 0.5')],
    [{ dilate: -1 }, new RangeError('dilate: expected a whole number from 0 to 1000, got -1')],
    [{ dilate: '2' }, new TypeError("dilate: expected a whole number from 0 to 1000, got '2'")],
    [{ feather: -1 }, new RangeError('feather: expected a number from 0 to 1000, got -1')],
    [{ feather: null }, new TypeError('feather: expected a number from 0 to 1000, got null')],
    [{ dilate: 1, feather: 2 }, new RangeError('feather: expected a number from 0 to 1, got 2')],
    [
      { dilate: 2 },
      new RangeError(
        'dilate: expected at least one known pixel to fill from, got 2, which leaves none',
      ),
    ],
  ]
  test.each(rows)('%o', (options, error) => {
    expect(() => inpaint(image, mask, options)).toThrow(error)
    expect(() => telea(image, mask, options)).toThrow(error)
    expect(() => plan(image, mask, options)).toThrow(error)
  })
})
