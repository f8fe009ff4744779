import { describe, expect, test } from 'vitest'
import { fft, fft2, goodSize, irfft, irfft2, type Numbers, rfft, rfft2 } from '../../src/fft/index'
import { createRandom } from '../support/random'

const classes = [
  Float32Array,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Array,
]
const numbers = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]
const doubles = Float64Array.from(numbers)

describe.each(classes)('%o', (Class) => {
  const input: Numbers = Reflect.apply(Class.from, Class, [numbers])

  test('as real numbers', () => {
    expect(rfft(input)).toEqual(rfft(doubles))
    expect(rfft2(input, 4, 3)).toEqual(rfft2(doubles, 4, 3))
  })

  test('as planes', () => {
    const expected = fft({ re: doubles, im: doubles })
    expect(fft({ re: input, im: input })).toEqual(expected)
    expect(fft({ re: input, im: doubles })).toEqual(expected)
  })

  test('in turns', () => {
    const re = doubles.filter((_, i) => i % 2 === 0)
    const im = doubles.filter((_, i) => i % 2 === 1)
    expect(fft({ interleaved: input })).toEqual(fft({ re, im }))
    expect(fft2({ interleaved: input }, 2, 3)).toEqual(fft2({ re, im }, 2, 3))
    expect(irfft2({ interleaved: input }, 2, 3)).toEqual(irfft2({ re, im }, 2, 3))
  })
})

test('inputs are not written to', () => {
  const random = createRandom(1)
  for (const n of [1, 2, 12, 15, 31, 67, 96, 137]) {
    const re = Float64Array.from({ length: n * n }, random)
    const im = Float64Array.from({ length: n * n }, random)
    const half = Math.floor(n / 2) + 1
    const kept = { re: re.slice(), im: im.slice() }
    fft({ re, im })
    rfft(re)
    fft2({ re, im }, n, n)
    rfft2(re, n, n)
    irfft({ re: re.subarray(0, half), im: im.subarray(0, half) }, n)
    irfft2({ re: re.subarray(0, half * n), im: im.subarray(0, half * n) }, n, n)
    expect({ re, im }).toEqual(kept)
  }
})

test('outputs are filled and returned', () => {
  const planes = (n: number) => ({
    re: new Float64Array(n).fill(NaN),
    im: new Float64Array(n).fill(NaN),
  })
  const complex = planes(12)
  expect(fft({ re: doubles, im: doubles }, complex)).toBe(complex)
  expect(complex).toEqual(fft({ re: doubles, im: doubles }))
  const half = planes(9)
  expect(rfft2(doubles, 4, 3, half)).toBe(half)
  expect(half).toEqual(rfft2(doubles, 4, 3))
  const image = new Float64Array(12)
  expect(irfft2(half, 4, 3, image)).toBe(image)
  expect(image.map(Math.round)).toEqual(doubles)
})

test('results do not depend on what was transformed in between, nor on how many lengths', () => {
  const input = { re: doubles, im: doubles.map((x) => -x) }
  const first = fft(input)
  // More tables of twiddle factors than there is room for.
  const long = { re: new Float64Array(2 ** 18), im: new Float64Array(2 ** 18) }
  for (const n of [2 ** 18, 3 ** 11, 5 ** 7, 7 ** 6, 2 ** 17]) {
    fft({ re: long.re.subarray(0, n), im: long.im.subarray(0, n) })
  }
  for (let n = 1; n < 400; n++) rfft(long.re.subarray(0, n))
  expect(fft(input)).toEqual(first)
})

test('a NaN reaches every bin of the spectrum', () => {
  const { re } = fft({ re: [1, NaN, 2, 3, 4], im: [0, 0, 0, 0, 0] })
  expect([...re].every(Number.isNaN)).toBe(true)
})

describe('goodSize', () => {
  test('is at least n, at most the next power of two, and has no prime factor above 7', () => {
    for (let n = 1; n < 5000; n++) {
      const size = goodSize(n)
      expect(size).toBeGreaterThanOrEqual(n)
      expect(size).toBeLessThanOrEqual(2 ** Math.ceil(Math.log2(n)))
      let rest = size
      for (const factor of [2, 3, 5, 7]) while (rest % factor === 0) rest /= factor
      expect(rest).toBe(1)
    }
  })

  test('keeps what it has chosen', () => {
    for (let n = 1; n < 2000; n++) expect(goodSize(goodSize(n))).toBe(goodSize(n))
  })

  test('prefers few cheap passes to the smallest smooth number', () => {
    expect(goodSize(265)).toBe(288) // not 270 = 2 3 3 3 5
    expect(goodSize(1000)).toBe(1024)
    expect(goodSize(2 ** 24)).toBe(2 ** 24)
  })
})
