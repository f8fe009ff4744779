import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BlurOptions, blur, otf, type Psf, psf } from '../../src/deconvolution/index'
import { createRandom } from '../support/random'
import type { Plane } from './scenes'

const boundaries = ['reflect', 'zero', 'periodic'] as const
type Boundary = NonNullable<BlurOptions['boundary']>

const side = fc.integer({ min: 1, max: 15 })
const anyBlur = fc
  .record({
    width: side,
    height: side,
    seed: fc.integer(),
    boundary: fc.constantFrom(...boundaries),
  })
  .map(({ width, height, seed, boundary }) => {
    const random = createRandom(seed)
    const below = (most: number): number => Math.floor(random() * most)
    const size = { width: 1 + below(width), height: 1 + below(height) }
    const weights = Float64Array.from({ length: size.width * size.height }, () => random())
    const origin = [below(size.width), below(size.height)] as const
    const plane = (): Plane => ({
      data: Float64Array.from({ length: width * height }, () => random() - 0.4),
      width,
      height,
    })
    return {
      x: plane(),
      y: plane(),
      boundary,
      kernel: psf.from({ data: weights, ...size }, { origin }),
    }
  })

function inner(a: Plane, b: Plane): number {
  return a.data.reduce((sum, value, i) => sum + value * b.data[i], 0)
}

/** Where light from outside the frame comes from. */
function source(i: number, length: number, boundary: Boundary): number | undefined {
  if (i >= 0 && i < length) return i
  if (boundary === 'zero') return undefined
  if (boundary === 'periodic') return (i + length) % length
  return i < 0 ? -1 - i : 2 * length - 1 - i
}

/** Blurs sample by sample, by the definition. */
function blurSlowly({ data, width, height }: Plane, kernel: Psf, boundary: Boundary): Float64Array {
  return data.map((_, i) => {
    let sum = 0
    kernel.data.forEach((weight, k) => {
      const kx = k % kernel.width
      const x = source((i % width) - kx + kernel.origin[0], width, boundary)
      const ky = Math.floor(k / kernel.width)
      const y = source(Math.floor(i / width) - ky + kernel.origin[1], height, boundary)
      if (x !== undefined && y !== undefined) sum += weight * data[y * width + x]
    })
    return sum
  })
}

test('it is the sum that defines it', () => {
  fc.assert(
    fc.property(anyBlur, ({ x, kernel, boundary }) => {
      const actual = blur(x, kernel, { boundary }).data
      blurSlowly(x, kernel, boundary).forEach((value, i) => {
        expect(actual[i]).toBeCloseTo(value, 10)
      })
    }),
  )
})

test('its adjoint is exact', () => {
  fc.assert(
    fc.property(anyBlur, ({ x, y, kernel, boundary }) => {
      const forward = inner(blur(x, kernel, { boundary }), y)
      const back = inner(x, blur(y, kernel, { boundary, adjoint: true }))
      expect(Math.abs(forward - back)).toBeLessThan(1e-11 * x.data.length)
    }),
  )
})

describe.each(boundaries)('%s', (boundary) => {
  test.each([1, 2, 3, 4, 5, 6])('a box of %d shifts nothing', (size) => {
    // A ramp stays a ramp where the frame is far.
    const data = Float64Array.from({ length: 31 }, (_, i) => i)
    const ramp = { data, width: 31, height: 1 }
    const { data: blurred } = blur(ramp, psf.box(size, 1), { boundary })
    for (let i = 10; i < 21; i++) expect(blurred[i]).toBeCloseTo(i, 10)
  })
})

test.each([
  [4, [2, 0]],
  [5, [2, 0]],
] as const)('a point in the middle of %d weights shifts nothing', (width, origin) => {
  const row = Array.from({ length: width }, (_, x) => (x === origin[0] ? 1 : 0))
  const image = { data: new Uint8Array([9, 8, 7, 6, 5, 4]), width: 6, height: 1 }
  expect(blur(image, [row]).data).toEqual(image.data)
})

test('an even picture stays even', () => {
  const image = { data: new Uint8Array(35).fill(77), width: 7, height: 5 }
  expect(blur(image, psf.disk(2)).data).toEqual(image.data)
})

test('otf: 1 at the first frequency, and the blur of a periodic picture', () => {
  const kernel = psf.motion(5, 20)
  const { re, im } = otf(kernel, 12, 9)
  expect([re.length, im.length]).toEqual([63, 63])
  expect(re[0]).toBeCloseTo(1, 14)
  expect(im[0]).toBe(0)
  // A symmetric PSF around (0, 0) has a real spectrum.
  for (const value of im) expect(Math.abs(value)).toBeLessThan(1e-14)
})
