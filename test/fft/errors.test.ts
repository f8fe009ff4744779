import { describe, expect, test } from 'vitest'
import * as module from '../../src/fft/index'

// Every check of the door, word by word.

/** Functions with arguments of any kind, as JavaScript allows it. */
const { fft, ifft, rfft, irfft, fft2, ifft2, rfft2, irfft2, goodSize } =
  module as unknown as Record<string, (...args: unknown[]) => unknown>

const doubles = (n: number) => new Float64Array(n)
const planes = (n: number) => ({ re: doubles(n), im: doubles(n) })

/** Rows of a table: what is called, and what it must say. */
type Rows = [given: string, call: () => unknown, error: Error][]

function check(rows: Rows): void {
  test.each(rows)('%s', (_, call, error) => {
    expect(call).toThrow(error)
  })
}

describe('complex input', () => {
  const wanted = 'input: expected { re, im } or { interleaved }, got'
  check([
    ['nothing', () => fft(), new TypeError(`${wanted} undefined`)],
    ['null', () => fft(null), new TypeError(`${wanted} null`)],
    ['a string', () => ifft('x'), new TypeError(`${wanted} 'x'`)],
    ['no im', () => fft({ re: doubles(4) }), new TypeError(`${wanted} an Object`)],
    [
      'real numbers',
      () => fft(doubles(4)),
      new TypeError(`${wanted} a Float64Array (real numbers are for rfft)`),
    ],
    [
      'an array',
      () => fft2([1, 2], 2, 1),
      new TypeError(`${wanted} an Array (real numbers are for rfft)`),
    ],
    [
      'a string for re',
      () => fft({ re: '12', im: doubles(2) }),
      new TypeError("input.re: expected a typed array or an array of numbers, got '12'"),
    ],
    [
      'big integers for im',
      () => fft({ re: doubles(2), im: new BigInt64Array(2) }),
      new TypeError('input.im: expected a typed array or an array of numbers, got a BigInt64Array'),
    ],
    [
      'a DataView',
      () => fft({ interleaved: new DataView(new ArrayBuffer(8)) }),
      new TypeError(
        'input.interleaved: expected a typed array or an array of numbers, got a DataView',
      ),
    ],
    [
      'planes of different lengths',
      () => fft({ re: doubles(4), im: doubles(3) }),
      new RangeError('input.im: expected 4 numbers, got 3'),
    ],
    [
      'half a number',
      () => fft({ interleaved: doubles(5) }),
      new RangeError('input.interleaved: expected an even count of numbers, got 5'),
    ],
    [
      'too few for the image',
      () => ifft2({ interleaved: doubles(8) }, 2, 3),
      new RangeError('input.interleaved: expected 12 numbers, got 8'),
    ],
    [
      'too many for the image',
      () => fft2(planes(7), 2, 3),
      new RangeError('input.re: expected 6 numbers, got 7'),
    ],
    [
      'a spectrum of the wrong length',
      () => irfft(planes(4), 8),
      new RangeError('spectrum.re: expected 5 numbers, got 4'),
    ],
    [
      'a whole spectrum for the half',
      () => irfft2(planes(16), 4, 4),
      new RangeError('spectrum.re: expected 12 numbers, got 16'),
    ],
  ])
})

describe('real input', () => {
  const wanted = 'input: expected a typed array or an array of numbers, got'
  check([
    ['nothing', () => rfft(), new TypeError(`${wanted} undefined`)],
    ['planes', () => rfft(planes(4)), new TypeError(`${wanted} an Object`)],
    [
      'big integers',
      () => rfft(new BigUint64Array(4)),
      new TypeError(`${wanted} a BigUint64Array`),
    ],
    [
      'too few for the image',
      () => rfft2(doubles(11), 4, 3),
      new RangeError('input: expected 12 numbers, got 11'),
    ],
  ])
})

describe('lengths', () => {
  const wanted = 'expected a whole number from 1 to 16777216, got'
  const lengths: [unknown, string, ErrorConstructor][] = [
    [0, '0', RangeError],
    [-8, '-8', RangeError],
    [2.5, '2.5', RangeError],
    [NaN, 'NaN', RangeError],
    [Infinity, 'Infinity', RangeError],
    [2 ** 24 + 1, '16777217', RangeError],
    ['8', "'8'", TypeError],
    [undefined, 'undefined', TypeError],
  ]
  for (const [n, words, Kind] of lengths) {
    check([
      [`irfft of ${n}`, () => irfft(planes(5), n), new Kind(`n: ${wanted} ${words}`)],
      [`goodSize of ${n}`, () => goodSize(n), new Kind(`n: ${wanted} ${words}`)],
      [`fft2, width ${n}`, () => fft2(planes(8), n, 1), new Kind(`width: ${wanted} ${words}`)],
      [`ifft2, height ${n}`, () => ifft2(planes(8), 8, n), new Kind(`height: ${wanted} ${words}`)],
      [`rfft2, width ${n}`, () => rfft2(doubles(8), n, 1), new Kind(`width: ${wanted} ${words}`)],
      [
        `irfft2, height ${n}`,
        () => irfft2(planes(8), 8, n),
        new Kind(`height: ${wanted} ${words}`),
      ],
    ])
  }
  check([
    ['fft of nothing', () => fft(planes(0)), new RangeError(`input.re.length: ${wanted} 0`)],
    ['ifft of nothing', () => ifft(planes(0)), new RangeError(`input.re.length: ${wanted} 0`)],
    ['rfft of nothing', () => rfft([]), new RangeError(`input.length: ${wanted} 0`)],
    [
      'rfft of too much',
      () => rfft(new Int8Array(2 ** 24 + 1)),
      new RangeError(`input.length: ${wanted} 16777217`),
    ],
    [
      'an image of too many numbers',
      () => rfft2(doubles(8), 2 ** 14, 2 ** 14),
      new RangeError('width, height: expected at most 134217728 numbers, got 16384 x 16384'),
    ],
  ])
})

describe('output', () => {
  const wanted = 'output: expected { re, im }, got'
  check([
    ['null', () => fft(planes(4), null), new TypeError(`${wanted} null`)],
    ['one array', () => fft(planes(4), doubles(8)), new TypeError(`${wanted} a Float64Array`)],
    ['no im', () => fft(planes(4), { re: doubles(4) }), new TypeError(`${wanted} an Object`)],
    [
      'floats',
      () => fft(planes(4), { re: doubles(4), im: new Float32Array(4) }),
      new TypeError('output.im: expected a Float64Array, got a Float32Array'),
    ],
    [
      'planes for a real result',
      () => irfft(planes(3), 4, planes(4)),
      new TypeError('output: expected a Float64Array, got an Object'),
    ],
    [
      'too short',
      () => fft(planes(4), { re: doubles(4), im: doubles(3) }),
      new RangeError('output.im: expected 4 numbers, got 3'),
    ],
    [
      'as long as the signal where half is wanted',
      () => rfft(doubles(8), planes(8)),
      new RangeError('output.re: expected 5 numbers, got 8'),
    ],
    [
      'too long for the image',
      () => irfft2(planes(6), 3, 3, doubles(12)),
      new RangeError('output: expected 9 numbers, got 12'),
    ],
  ])
})

describe('memory that is shared', () => {
  const memory = new Float64Array(64)
  const part = (from: number, to: number) => memory.subarray(from, to)
  const own = (name: string, other: string) =>
    new RangeError(`${name}: expected memory of its own, got some shared with ${other}`)
  const same = doubles(8)
  const input = { re: part(0, 8), im: part(8, 16) }

  check([
    [
      'output planes that are one',
      () => fft(planes(8), { re: same, im: same }),
      own('output.re', 'output.im'),
    ],
    [
      'output planes that overlap',
      () => fft(planes(8), { re: part(0, 8), im: part(7, 15) }),
      own('output.re', 'output.im'),
    ],
    [
      'an output one number off the input',
      () => fft(input, { re: part(1, 9), im: doubles(8) }),
      own('output.re', 'the input'),
    ],
    [
      'planes exchanged',
      () => fft(input, { re: input.im, im: input.re }),
      own('output.re', 'the input'),
    ],
    [
      'half of the planes exchanged',
      () => ifft2(input, 4, 2, { re: doubles(8), im: part(0, 8) }),
      own('output.im', 'the input'),
    ],
    [
      'a spectrum over its signal',
      () => rfft(part(0, 8), { re: part(0, 5), im: doubles(5) }),
      own('output.re', 'the input'),
    ],
    [
      'an image over its spectrum',
      () => irfft2({ re: part(0, 6), im: part(6, 12) }, 4, 2, part(10, 18)),
      own('output', 'the input'),
    ],
  ])

  test('is fine where output planes are the input planes, by any view', () => {
    const expected = fft({ re: input.re.slice(), im: input.im.slice() })
    expect(fft(input, { re: part(0, 8), im: part(8, 16) })).toEqual(expected)
  })

  test('is fine where views only touch', () => {
    expect(() => fft(input, { re: part(16, 24), im: part(24, 32) })).not.toThrow()
  })

  test('is fine between the planes of the input', () => {
    const { re } = fft({ re: same, im: same }, planes(8)) as module.Complex
    expect(re[0]).toBe(0)
  })
})

test('a call that throws has written nothing', () => {
  const output = { re: doubles(8).fill(7), im: doubles(8).fill(7) }
  expect(() => fft(planes(4), output)).toThrow()
  expect(() => irfft(planes(4), 8, output.re)).toThrow()
  expect([...output.re, ...output.im]).toEqual(Array(16).fill(7))
})
