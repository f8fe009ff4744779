import { beforeAll, expect, test } from 'vitest'
import { blur, deconvolve, type Iteration, psf } from '../../src/deconvolution/index'
import { loadPicture } from '../support/pictures'
import { type Plane, psnr } from './scenes'

let photo: Plane
beforeAll(async () => {
  const { data, width, height } = await loadPicture('camera-96x96')
  photo = { data: Float64Array.from(data), width, height }
})

const kernel = psf.gaussian(1.5)

test.each(['free', 'reflect', 'taper', 'zero', 'periodic'] as const)(
  'never negative, never NaN, in the dark either: %s',
  (boundary) => {
    const data = new Float64Array(24 * 17)
    data[100] = 1
    data[407] = 1e-300
    for (const acceleration of [true, false, 'biggs-andrews'] as const) {
      for (const options of [{}, { tv: 0.05 }, { damping: 0.1 }, { background: 0.01 }]) {
        const result = deconvolve({ data, width: 24, height: 17 }, psf.disk(2), 'richardson-lucy', {
          iterations: 60,
          acceleration,
          boundary,
          ...options,
        })
        expect(result.data.every((value) => value >= 0 && value < Infinity)).toBe(true)
      }
    }
    const dark = { data: new Float64Array(12), width: 4, height: 3 }
    expect(deconvolve(dark, [[1, 1]], 'richardson-lucy', { boundary }).data).toEqual(dark.data)
  },
)

// A direction has length 1 however little x falls: that of rounding errors would count as much as an edge's.
test.each([true, false, 'biggs-andrews'] as const)(
  'rounding errors stay what they are with tv, in flat regions too, acceleration: %s',
  (acceleration) => {
    const side = 64
    const data = new Float64Array(side * side).fill(50)
    for (let y = 20; y < 40; y++) data.fill(200, y * side + 20, y * side + 40)
    const sharpened = (error: number): Float64Array => {
      const picture = { data: data.map((v, i) => v + error * (i % 7)), width: side, height: side }
      const options = { iterations: 20, acceleration, tv: 0.002 }
      return deconvolve(picture, psf.disk(3), 'richardson-lucy', options).data
    }
    const exact = sharpened(0)
    const changed = sharpened(1e-11)
    expect(Math.max(...changed.map((value, i) => Math.abs(value - exact[i])))).toBeLessThan(1e-8)
  },
)

test.each([true, false])('no light is lost or made, acceleration: %s', (acceleration) => {
  const blurred = blur(photo, kernel, { boundary: 'periodic' })
  const options = { boundary: 'periodic', acceleration } as const
  const { data } = deconvolve(blurred, kernel, 'richardson-lucy', options)
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value)
  expect(sum(data) / sum(photo.data)).toBeCloseTo(1, 10)
})

test.each([
  [true, 16],
  ['biggs-andrews', 26],
] as const)(
  'acceleration %s: %i iterations are better than 100 plain ones',
  (acceleration, few) => {
    const quality = (iterations: number, acceleration: boolean | 'biggs-andrews'): number => {
      const options = { iterations, acceleration, boundary: 'periodic' } as const
      return psnr(deconvolve(blurred, kernel, 'richardson-lucy', options), photo)
    }
    const blurred = blur(photo, kernel, { boundary: 'periodic' })
    expect(quality(few, acceleration)).toBeGreaterThan(quality(100, false))
  },
)

test('accelerated, it still gets better after hundreds of iterations', () => {
  const stars = { data: new Float64Array(64 * 64), width: 64, height: 64 }
  for (let i = 0; i < 20; i++) stars.data[(i * 1103) % 4096] = 100 + 50 * i
  const blurred = blur(stars, kernel, { boundary: 'periodic' })
  const quality = (iterations: number): number =>
    psnr(
      deconvolve(blurred, kernel, 'richardson-lucy', { iterations, boundary: 'periodic' }),
      stars,
    )
  expect(quality(100)).toBeGreaterThan(quality(30))
  expect(quality(300)).toBeGreaterThan(quality(100))
})

test('the residual falls from iteration to iteration, and is what it says', () => {
  const blurred = blur(photo, kernel, { boundary: 'periodic' })
  const heard: Iteration[] = []
  const { data } = deconvolve(blurred, kernel, 'richardson-lucy', {
    acceleration: false,
    boundary: 'periodic',
    onIteration: (iteration) => heard.push(iteration),
  })
  expect(heard.map(({ iterations }) => iterations)).toEqual([...Array(11).keys()])
  for (let k = 1; k < heard.length; k++) {
    expect(heard[k].residual).toBeLessThan(heard[k - 1].residual)
  }
  const again = blur({ ...photo, data }, kernel, { boundary: 'periodic' }).data
  const squares = again.reduce((sum, value, i) => sum + (value - blurred.data[i]) ** 2, 0)
  expect(heard[10].residual).toBeCloseTo(Math.sqrt(squares / again.length), 8)
})

test('a background that was added is not sharpened', () => {
  const stars = { data: new Float64Array(30 * 30), width: 30, height: 30 }
  stars.data[15 * 30 + 15] = 100
  const { data } = blur(stars, kernel)
  const image = { ...stars, data: data.map((value) => value + 20) }
  const options = { background: 20, iterations: 40 }
  const restored = deconvolve(image, kernel, 'richardson-lucy', options).data
  expect(restored[15 * 30 + 15]).toBeGreaterThan(25)
  expect(restored[5 * 30 + 5]).toBeLessThan(1)
})
