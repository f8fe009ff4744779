import { describe, expect, test } from 'vitest'
import { fft, ifft, irfft, rfft } from '../../src/fft/index'
import { extendedDft, type Planes } from '../support/extended-dft'
import { createRandom } from '../support/random'

/** Relative to the root mean square of the spectrum. What is measured is a quarter to a half of it. */
function bound(n: number): number {
  return 3e-15 * Math.sqrt(Math.log2(n))
}

function randomPlanes(n: number): Planes {
  const random = createRandom(n)
  const plane = () => Float64Array.from({ length: n }, () => 2 * random() - 1)
  return { re: plane(), im: plane() }
}

/** The largest error of the bins 0, 1, ... or of those named, over the root mean square of all. */
function relativeError(actual: Planes, exact: Planes, bins?: readonly number[]): number {
  let largest = 0
  for (let i = 0; i < exact.re.length; i++) {
    const k = bins?.[i] ?? i
    const error = Math.hypot(actual.re[k] - exact.re[i], actual.im[k] - exact.im[i])
    // Written so that NaN counts.
    if (!(error <= largest)) largest = error
  }
  return largest / rootMeanSquare(actual)
}

function rootMeanSquare({ re, im }: Planes): number {
  let sum = 0
  for (let i = 0; i < re.length; i++) sum += re[i] ** 2 + im[i] ** 2
  return Math.sqrt(sum / re.length)
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  let largest = 0
  for (let i = 0; i < b.length; i++) {
    const difference = Math.abs(a[i] - b[i])
    if (!(difference <= largest)) largest = difference
  }
  return largest
}

function zeros(n: number): Float64Array {
  return new Float64Array(n)
}

describe('against the definition in extended precision', () => {
  test('every length from 1 to 300', () => {
    for (let n = 1; n <= 300; n++) {
      const input = randomPlanes(n)
      const error = relativeError(fft(input), extendedDft(input))
      expect(error, `length ${n}`).toBeLessThanOrEqual(bound(n))
    }
  })

  test('real, every length from 1 to 300', () => {
    for (let n = 1; n <= 300; n++) {
      const input = { re: randomPlanes(n).re, im: zeros(n) }
      const { re, im } = extendedDft(input)
      const half = Math.floor(n / 2) + 1
      const exact = { re: re.subarray(0, half), im: im.subarray(0, half) }
      expect(relativeError(rfft(input.re), exact), `length ${n}`).toBeLessThanOrEqual(bound(n))
    }
  })

  // 1009: Rader. 1019: n - 1 has a large factor, Bluestein. 10007 and 2011 likewise. 65537: Rader over four steps.
  const lengths = [1009, 1019, 1920, 2011, 4096, 10007, 16384, 30030, 65536, 65537, 2 ** 20]
  test.each(lengths)('length %i', (n) => {
    const input = randomPlanes(n)
    const spectrum = fft(input)
    const count = Math.min(n, Math.ceil(5e5 / n) + 8)
    const random = createRandom(-n)
    const bins = [0, 1, n - 1, ...Array.from({ length: count }, () => Math.floor(random() * n))]
    const error = relativeError(spectrum, extendedDft(input, bins), bins)
    expect(error).toBeLessThanOrEqual(bound(n))
  })

  test('every bin of a long one whose spectrum is known', () => {
    // One number at j: X[k] = exp(-2 pi i j k / n), all of modulus 1.
    const n = 2 ** 20
    const j = 12345
    const input = { re: zeros(n), im: zeros(n) }
    input.re[j] = 1
    const { re, im } = fft(input)
    let largest = 0
    for (let k = 0; k < n; k++) {
      const angle = (-2 * Math.PI * ((j * k) % n)) / n
      const error = Math.hypot(re[k] - Math.cos(angle), im[k] - Math.sin(angle))
      if (!(error <= largest)) largest = error
    }
    expect(largest).toBeLessThan(bound(n))
  })
})

describe('there and back', () => {
  const lengths = [
    ...Array.from({ length: 300 }, (_, i) => i + 1),
    ...[1009, 1920, 2011, 4096, 10007, 30030, 65536, 65537, 2 ** 18, 2 ** 20, 2 ** 22],
  ]

  test('complex', () => {
    for (const n of lengths) {
      const input = randomPlanes(n)
      const { re, im } = ifft(fft(input))
      const error = Math.max(largestDifference(re, input.re), largestDifference(im, input.im))
      expect(error, `length ${n}`).toBeLessThanOrEqual(2e-15)
    }
  })

  test('real', () => {
    for (const n of lengths) {
      const { re } = randomPlanes(n)
      const error = largestDifference(irfft(rfft(re), n), re)
      expect(error, `length ${n}`).toBeLessThanOrEqual(2e-15)
    }
  })
})
