import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  blur,
  type DeconvolveOptions,
  deconvolve,
  type Iteration,
  type MethodName,
  psf,
} from '../../src/deconvolution/index'
import { sampleClasses } from '../support/arbitraries'
import { expectSameImage } from '../support/expect-image'
import { channel, loadPicture, merge } from '../support/pictures'
import { createRandom, integer } from '../support/random'
import { type Plane, psnr, shoot } from './scenes'

const all: MethodName[] = [
  'wiener',
  'tikhonov',
  'inverse',
  'unsupervised-wiener',
  'richardson-lucy',
  'total-variation',
  'hyper-laplacian',
]
const iterative = all.slice(4)
const boundaries = ['free', 'reflect', 'taper', 'zero', 'periodic'] as const

let photo: Plane
beforeAll(async () => {
  const { data, width, height } = await loadPicture('camera-96x96')
  photo = { data: Float64Array.from(data), width, height }
})

const kernel = psf.gaussian(1.2)

describe.each(all)('%s', (method) => {
  test('a photograph comes back sharper', () => {
    const { sharp, blurred } = shoot(photo, kernel, 8, 1)
    expect(psnr(deconvolve(blurred, kernel, method), sharp)).toBeGreaterThan(
      psnr(blurred, sharp) + 1.2,
    )
  })

  test.each(boundaries)('an even picture stays even: %s', (boundary) => {
    // Beyond an edge of darkness nothing is even.
    if (boundary === 'zero') return
    const image = { data: new Float64Array(20 * 13).fill(77), width: 20, height: 13 }
    const { data } = deconvolve(image, psf.motion(5, 30), method, { boundary })
    for (const value of data) expect(value).toBeCloseTo(77, 6)
  })

  test('a PSF of one point changes little, and shifts nothing', () => {
    const small = shoot(photo, kernel, 30, 0).sharp
    const options: DeconvolveOptions = method === 'richardson-lucy' ? {} : { boundary: 'periodic' }
    expect(psnr(deconvolve(small, [[1]], method, options), small)).toBeGreaterThan(27)
  })

  test('samples in other units: the same picture, in those units', () => {
    const { blurred } = shoot(photo, kernel, 20, 2)
    const scaled = { ...blurred, data: blurred.data.map((value) => value / 255) }
    const expected = deconvolve(blurred, kernel, method).data
    const actual = deconvolve(scaled, kernel, method).data
    actual.forEach((value, i) => {
      // A prior that is not convex makes more of rounding errors.
      expect(Math.abs(value * 255 - expected[i])).toBeLessThan(
        method === 'hyper-laplacian' ? 3 : 1e-4,
      )
    })
  })

  test('each channel as if it were alone', async () => {
    const colour = await loadPicture('chelsea-97x61')
    // Of one contrast, because that is measured over all channels.
    const one = channel(colour, 1)
    const both = deconvolve(merge([one, one]), kernel, method)
    expectSameImage(channel(both, 0), deconvolve(one, kernel, method), `${method}: first`)
    expectSameImage(channel(both, 1), channel(both, 0), `${method}: second`)
  })

  test.each(sampleClasses)('the result is of the kind that came: %o', (Class) => {
    const image = { data: Class.from(photo.data), width: 96, height: 96, name: 'mine' }
    const before = image.data.slice()
    const result = deconvolve(image, kernel, method, { boundary: 'taper' })
    expect(result.data).toBeInstanceOf(Class)
    expect(result.data).not.toBe(image.data)
    expect(result).toMatchObject({ width: 96, height: 96, name: 'mine' })
    expect(image.data).toEqual(before)
  })

  test('missing samples take no part, and come back filled', () => {
    const { sharp, blurred } = shoot(photo, kernel, 16, 0.5)
    const random = createRandom(3)
    const mask = Uint8Array.from(blurred.data, () => (random() < 0.05 ? 1 : 0))
    const damaged = { ...blurred, data: blurred.data.map((v, i) => (mask[i] ? 255 : v)) }
    const worse = { ...blurred, data: blurred.data.map((v, i) => (mask[i] ? 0 : v)) }
    const result = deconvolve(damaged, kernel, method, { mask })
    expect(psnr(result, sharp)).toBeGreaterThan(psnr(blurred, sharp) + 0.8)
    expect(deconvolve(worse, kernel, method, { mask }).data).toEqual(result.data)
    const holes = { ...blurred, data: blurred.data.map((v, i) => (mask[i] ? NaN : v)) }
    expect(deconvolve(holes, kernel, method).data).toEqual(result.data)
  })

  test('onProgress only grows and ends at 1; aborting throws the reason', () => {
    const { blurred } = shoot(photo, kernel, 20, 1)
    const told: number[] = []
    deconvolve(blurred, kernel, method, { onProgress: (fraction) => told.push(fraction) })
    expect(told.at(-1)).toBe(1)
    for (let i = 1; i < told.length; i++) expect(told[i]).toBeGreaterThan(told[i - 1])
    const reason = new Error('enough')
    const signal = { aborted: false, reason }
    const onProgress = (): void => {
      signal.aborted = true
    }
    const two = merge([photo, photo].map((plane) => ({ ...plane, channels: 1 })))
    expect(() => deconvolve(two, kernel, method, { signal, onProgress })).toThrow(reason)
  })

  test('any small picture, PSF, boundary and mask gives finite samples', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...boundaries), (seed, boundary) => {
        const random = createRandom(seed)
        const [width, height] = [integer(random, 1, 12), integer(random, 1, 12)]
        const data = Float64Array.from({ length: width * height }, () =>
          random() < 0.3 ? 0 : random(),
        )
        const mask = Uint8Array.from(data, (_, i) => (i > 0 && random() < 0.1 ? 1 : 0))
        const size = { width: integer(random, 1, width), height: integer(random, 1, height) }
        const weights = Float64Array.from({ length: size.width * size.height }, () => random())
        const result = deconvolve(
          { data, width, height },
          { data: weights, ...size },
          { method, boundary, mask },
        )
        expect(result.data.every(Number.isFinite)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe.each(iterative)('%s', (method) => {
  test('tells its iterations, and stops when told the noise', () => {
    const noise = 3
    const { blurred } = shoot(photo, kernel, 16, noise)
    const heard: Iteration[] = []
    const onIteration = (iteration: Iteration): void => void heard.push(iteration)
    deconvolve(blurred, kernel, method, { noise, iterations: 200, onIteration })
    expect(heard.length).toBeLessThan(200)
    const last = heard[heard.length - 1]
    expect(last.iterations).toBeGreaterThan(1)
    expect(last.residual).toBeGreaterThan(0.8 * noise)
    expect(last.residual).toBeLessThan(1.05 * noise)
    expect(last.channel).toBe(0)
  })
})

test('each option of a method is looked at', () => {
  const { blurred } = shoot(photo, kernel, 24, 4)
  const rows: [MethodName, DeconvolveOptions][] = [
    ['wiener', { balance: 0.1 }],
    ['wiener', { nsr: 0.02 }],
    ['wiener', { regulariser: 'gradient' }],
    ['wiener', { regulariser: 'identity' }],
    ['tikhonov', { balance: 0.1 }],
    ['tikhonov', { noise: 4 }],
    ['tikhonov', { regulariser: 'identity' }],
    ['inverse', { threshold: 0.3 }],
    ['richardson-lucy', { iterations: 5 }],
    ['richardson-lucy', { acceleration: false }],
    ['richardson-lucy', { start: 'image' }],
    ['richardson-lucy', { tv: 0.002 }],
    ['richardson-lucy', { damping: 8 }],
    ['richardson-lucy', { background: 10 }],
    ['richardson-lucy', { noise: 8 }],
    ['total-variation', { balance: 0.01 }],
    ['total-variation', { noise: 8 }],
    ['total-variation', { iterations: 3 }],
    ['hyper-laplacian', { exponent: 0.6 }],
    ['hyper-laplacian', { balance: 0.01 }],
    ['hyper-laplacian', { noise: 8 }],
    ['hyper-laplacian', { iterations: 3 }],
  ]
  for (const [method, options] of rows) {
    const plain = deconvolve(blurred, kernel, method).data
    expect(deconvolve(blurred, kernel, method, options).data, `${method}`).not.toEqual(plain)
  }
})

test('nsr is the balance of the identity', () => {
  const { blurred } = shoot(photo, kernel, 24, 1)
  expect(deconvolve(blurred, kernel, 'wiener', { nsr: 0.01 })).toEqual(
    deconvolve(blurred, kernel, 'wiener', { balance: 0.01, regulariser: 'identity' }),
  )
})

test('the inverse of a periodic blur is the picture', () => {
  const weights = [[0.1, 0.8, 0.1]]
  const blurred = blur(photo, weights, { boundary: 'periodic' })
  const { data } = deconvolve(blurred, weights, 'inverse', { boundary: 'periodic' })
  data.forEach((value, i) => {
    expect(value).toBeCloseTo(photo.data[i], 9)
  })
})

test('without a balance to choose it is as good as with the best', () => {
  for (const noise of [0.5, 2, 6]) {
    const { sharp, blurred } = shoot(photo, kernel, 10, noise)
    const quality = (method: MethodName, options?: DeconvolveOptions): number =>
      psnr(deconvolve(blurred, kernel, method, { ...options, boundary: 'reflect' }), sharp)
    const best = Math.max(
      ...Array.from({ length: 14 }, (_, i) => quality('wiener', { balance: 10 ** (i / 3 - 4.5) })),
    )
    expect(quality('unsupervised-wiener')).toBeGreaterThan(best - 0.5)
  }
})
