import { expect, test } from 'vitest'
import {
  type DeconvolveOptions,
  deconvolve,
  type Iteration,
  psf,
} from '../../src/deconvolution/index'
import { expectSameImage } from '../support/expect-image'
import { loadPicture } from '../support/pictures'
import { deconvolveAsync } from './worker'

const kernel = psf.motion(6, 30)

test.each<Omit<DeconvolveOptions, 'signal'>>([
  {},
  { method: 'tikhonov', noise: 2, boundary: 'reflect' },
  { method: 'inverse', threshold: 0.2, boundary: 'taper' },
  { method: 'unsupervised-wiener', boundary: 'periodic' },
  { method: 'richardson-lucy', iterations: 7, tv: 0.001 },
  { method: 'total-variation', iterations: 20 },
  { method: 'hyper-laplacian', exponent: 0.7, iterations: 20 },
])('the bits of the synchronous call: %o', async (options) => {
  const image = await loadPicture('chelsea-97x61')
  const mask = new Uint8Array(97 * 61)
  mask.fill(1, 1200, 1230)
  for (const all of [options, { ...options, mask }]) {
    const actual = await deconvolveAsync(image, kernel, { ...all, workers: 2 })
    expectSameImage(actual, deconvolve(image, kernel, all), 'workers: deconvolve')
  }
})

test('tells progress and iterations of every channel', async () => {
  const image = await loadPicture('chelsea-97x61')
  const told: number[] = []
  const heard: Iteration[] = []
  const expected: Iteration[] = []
  await deconvolveAsync(image, kernel, 'richardson-lucy', {
    iterations: 4,
    onProgress: (fraction) => told.push(fraction),
    onIteration: (iteration) => heard.push(iteration),
  })
  expect(told.at(-1)).toBe(1)
  for (let i = 1; i < told.length; i++) expect(told[i]).toBeGreaterThan(told[i - 1])
  deconvolve(image, kernel, 'richardson-lucy', {
    iterations: 4,
    onIteration: (iteration) => expected.push(iteration),
  })
  heard.sort((a, b) => a.channel - b.channel)
  expect(heard).toEqual(expected)
})

test('an aborted signal rejects with its reason', async () => {
  const image = await loadPicture('chelsea-97x61')
  const controller = new AbortController()
  const reason = new Error('enough')
  const promise = deconvolveAsync(image, kernel, 'total-variation', {
    iterations: 10_000,
    balance: 1e-6,
    signal: controller.signal,
    onProgress: () => controller.abort(reason),
  })
  await expect(promise).rejects.toBe(reason)
})

test('errors of the call reject the promise', async () => {
  const image = { data: new Uint8Array(4), width: 2, height: 2 }
  await expect(deconvolveAsync(image, [[-1]])).rejects.toThrow(RangeError)
  await expect(deconvolveAsync(image, [[1]], { workers: 0 })).rejects.toThrow(
    'workers: expected a whole number from 1 to 64, got 0',
  )
  await expect(deconvolveAsync(image, [[1]], { signal: {} as AbortSignal })).rejects.toThrow(
    'signal: expected an AbortSignal, got an Object',
  )
})
