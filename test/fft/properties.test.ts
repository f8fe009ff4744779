import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Complex, fft, fft2, ifft2, irfft, irfft2, rfft, rfft2 } from '../../src/fft/index'
import { createRandom } from '../support/random'
import { expectClose, rootMeanSquare } from './expect-close'

const anySeed = fc.integer({ min: 0, max: 2 ** 31 })

/** Mostly short, some long: every algorithm there is gets its turn. */
const anyLength = fc.oneof(
  fc.integer({ min: 1, max: 100 }),
  fc.integer({ min: 1, max: 5000 }),
  fc.constantFrom(1009, 4096, 2 * 1009, 2 ** 18 + 2 ** 17),
)

const anySide = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 150 }))

function signal(n: number, seed: number): Complex {
  const random = createRandom(seed)
  const plane = () => Float64Array.from({ length: n }, () => 2 * random() - 1)
  return { re: plane(), im: plane() }
}

function zeros(n: number): Float64Array {
  return new Float64Array(n)
}

describe('fft', () => {
  test('Parseval: the spectrum has n times the energy', () => {
    fc.assert(
      fc.property(anyLength, anySeed, (n, seed) => {
        const x = signal(n, seed)
        const ratio = rootMeanSquare(fft(x)) / rootMeanSquare(x) / Math.sqrt(n)
        expect(Math.abs(ratio - 1)).toBeLessThan(1e-13)
      }),
    )
  })

  test('is linear', () => {
    fc.assert(
      fc.property(anyLength, anySeed, (n, seed) => {
        const x = signal(n, seed)
        const y = signal(n, seed + 1)
        const sum = (a: Float64Array, b: Float64Array) => a.map((value, i) => value - 3 * b[i])
        const X = fft(x)
        const Y = fft(y)
        expectClose(fft({ re: sum(x.re, y.re), im: sum(x.im, y.im) }), {
          re: sum(X.re, Y.re),
          im: sum(X.im, Y.im),
        })
      }),
    )
  })

  test('a shift of the signal turns the spectrum', () => {
    fc.assert(
      fc.property(anyLength, anySeed, fc.nat(), (n, seed, steps) => {
        const x = signal(n, seed)
        const shift = steps % n
        const shifted = (plane: Float64Array) => plane.map((_, j) => plane[(j + shift) % n])
        const { re, im } = fft(x)
        const turned = { re: zeros(n), im: zeros(n) }
        for (let k = 0; k < n; k++) {
          const angle = (2 * Math.PI * ((k * shift) % n)) / n
          turned.re[k] = re[k] * Math.cos(angle) - im[k] * Math.sin(angle)
          turned.im[k] = re[k] * Math.sin(angle) + im[k] * Math.cos(angle)
        }
        expectClose(fft({ re: shifted(x.re), im: shifted(x.im) }), turned)
      }),
    )
  })

  test('in place gives the same bits', () => {
    fc.assert(
      fc.property(anyLength, anySeed, (n, seed) => {
        const x = signal(n, seed)
        const apart = fft(x)
        expect(fft(x, x)).toBe(x)
        expectClose(x, apart, 0)
      }),
    )
  })
})

describe('rfft', () => {
  test('is half of what fft gives for the same numbers', () => {
    fc.assert(
      fc.property(anyLength, anySeed, (n, seed) => {
        const { re } = signal(n, seed)
        const whole = fft({ re, im: zeros(n) })
        const end = Math.floor(n / 2) + 1
        const half = { re: whole.re.subarray(0, end), im: whole.im.subarray(0, end) }
        const spectrum = rfft(re)
        expectClose(spectrum, half)
        expect(spectrum.im[0]).toBe(0)
        if (n % 2 === 0) expect(spectrum.im[n / 2]).toBe(0)
      }),
    )
  })

  test('irfft ignores the parts that are 0 for a real signal', () => {
    fc.assert(
      fc.property(anyLength, anySeed, (n, seed) => {
        const { re } = signal(n, seed)
        const spectrum = rfft(re)
        spectrum.im[0] = 5
        if (n % 2 === 0) spectrum.im[n / 2] = 7
        expectClose({ re: irfft(spectrum, n) }, { re })
      }),
    )
  })
})

describe('in two dimensions', () => {
  test('fft2 is fft along the rows, then along the columns', () => {
    fc.assert(
      fc.property(anySide, anySide, anySeed, (width, height, seed) => {
        const { re, im } = signal(width * height, seed)
        const expected = alongColumns(alongRows({ re, im }, width), width)
        expectClose(fft2({ re, im }, width, height), expected)
      }),
    )
  })

  test('rfft2 is the left half of fft2', () => {
    fc.assert(
      fc.property(anySide, anySide, anySeed, (width, height, seed) => {
        const { re } = signal(width * height, seed)
        const half = Math.floor(width / 2) + 1
        const whole = fft2({ re, im: zeros(re.length) }, width, height)
        const left = (plane: Float64Array) => plane.filter((_, i) => i % width < half)
        expectClose(rfft2(re, width, height), { re: left(whole.re), im: left(whole.im) })
      }),
    )
  })

  test('there and back, in place where that is possible', () => {
    fc.assert(
      fc.property(anySide, anySide, anySeed, (width, height, seed) => {
        const { re, im } = signal(width * height, seed)
        expectClose({ re: irfft2(rfft2(re, width, height), width, height) }, { re }, 5e-15)
        const image = { re: re.slice(), im: im.slice() }
        const spectrum = fft2(image, width, height)
        expectClose(fft2(image, width, height, image), spectrum, 0)
        expectClose(ifft2(image, width, height, image), { re, im }, 5e-15)
      }),
    )
  })
})

function alongRows({ re, im }: Complex, width: number): Complex {
  const result = { re: zeros(re.length), im: zeros(re.length) }
  for (let at = 0; at < re.length; at += width) {
    const row = fft({ re: re.slice(at, at + width), im: im.slice(at, at + width) })
    result.re.set(row.re, at)
    result.im.set(row.im, at)
  }
  return result
}

function alongColumns({ re, im }: Complex, width: number): Complex {
  const height = re.length / width
  const turned = (plane: Float64Array, from: number, to: number) =>
    plane.map((_, i) => plane[Math.floor(i / to) + (i % to) * from])
  const columns = { re: turned(re, width, height), im: turned(im, width, height) }
  const result = alongRows(columns, height)
  return { re: turned(result.re, height, width), im: turned(result.im, height, width) }
}
