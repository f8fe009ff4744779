import { describe, expect, test } from 'vitest'
import { inpaint } from '../src/index'
import { ns } from '../src/ns/index'
import { telea } from '../src/telea/index'

// Every check, word by word: the class of the error and its whole message. A message names the
// parameter, what was expected, and what came.

/** Calls with arguments of any kind, as JavaScript allows it. */
const call = inpaint as (...args: unknown[]) => unknown
const bytes = (length = 16): Uint8Array => new Uint8Array(length)

/** 4 x 4 pixels of which one is missing. */
const image = (changes: object = {}): object => ({ data: bytes(), width: 4, height: 4, ...changes })
const mask = bytes()
mask[6] = 255

/** Rows of a table: what the call gets, and what it must say. */
type Rows = [given: string, args: unknown[], error: Error][]

function detached(): Uint8Array {
  const buffer = new ArrayBuffer(16)
  const data = new Uint8Array(buffer)
  structuredClone(data, { transfer: [buffer] })
  return data
}

test('the call all others are made from is right', () => {
  expect(() => call(image(), mask)).not.toThrow()
})

describe('image', () => {
  const wanted = 'image: expected { data, width, height }, { data, info } or an ndarray, got'
  const data16 = bytes()
  const rows: Rows = [
    ['a string', ['photo.png', mask], new TypeError(`${wanted} 'photo.png'`)],
    ['null', [null, mask], new TypeError(`${wanted} null`)],
    ['nothing', [], new TypeError(`${wanted} undefined`)],
    ['a bare typed array', [bytes(), mask], new TypeError(`${wanted} a Uint8Array`)],
    ['a plain array', [[1, 2], mask], new TypeError(`${wanted} an Array`)],
    ['no data', [{ width: 4, height: 4 }, mask], new TypeError(`${wanted} an Object`)],
    ['no height', [{ data: data16, width: 4 }, mask], new TypeError(`${wanted} an Object`)],
    ['an empty info', [{ data: data16, info: {} }, mask], new TypeError(`${wanted} an Object`)],
    ['a promise', [Promise.resolve(image()), mask], new TypeError(`${wanted} a Promise`)],
  ]
  test.each(rows)('%s', (_, args, error) => {
    expect(() => call(...args)).toThrow(error)
  })
})

describe('image.data', () => {
  const wanted =
    'image.data: expected Uint8Array, Uint8ClampedArray, Uint16Array, Int16Array, Float32Array or Float64Array, got'
  const kinds: [words: string, data: unknown][] = [
    ['an Int32Array', new Int32Array(16)],
    ['a Uint32Array', new Uint32Array(16)],
    ['an Int8Array', new Int8Array(16)],
    ['a BigInt64Array', new BigInt64Array(16)],
    ['an Array', Array(16).fill(0)],
    ["'sixteen letters.'", 'sixteen letters.'],
    ['an ArrayBuffer', new ArrayBuffer(16)],
    ['a DataView', new DataView(new ArrayBuffer(16))],
    ['null', null],
    ['undefined', undefined],
    ['5', 5],
  ]
  test.each(kinds)('%s', (words, data) => {
    const error = new TypeError(`${wanted} ${words}`)
    expect(() => call(image({ data }), mask)).toThrow(error)
    expect(() => call({ data, info: { width: 4, height: 4, channels: 1 } }, mask)).toThrow(error)
    expect(() => call({ data, shape: [4, 4], stride: [4, 1], offset: 0 }, mask)).toThrow(error)
  })

  const lengths: Rows = [
    [
      'a length that is no whole number of channels',
      [image({ data: bytes(17) }), mask],
      new RangeError('image.data: expected 4 x 4 x channels samples, got 17'),
    ],
    [
      'nothing in it',
      [image({ data: bytes(0) }), mask],
      new RangeError('image.data: expected 4 x 4 x channels samples, got 0'),
    ],
    [
      'fewer samples than channels say',
      [image({ channels: 3 }), mask],
      new RangeError('image.data: expected 4 x 4 x 3 = 48 samples, got 16'),
    ],
    [
      'more samples than info says',
      [{ data: bytes(64), info: { width: 4, height: 4, channels: 3 } }, mask],
      new RangeError('image.data: expected 4 x 4 x 3 = 48 samples, got 64'),
    ],
    [
      'a detached buffer',
      [image({ data: detached() }), mask],
      new TypeError('image.data: expected samples, got a Uint8Array whose buffer is detached'),
    ],
    [
      'an infinite sample',
      [image({ data: new Float32Array(16).fill(-Infinity, 6, 7) }), mask],
      new RangeError(
        'image.data: expected finite samples or NaN, got -Infinity at x 2, y 1, channel 0',
      ),
    ],
    [
      'an infinite sample in the middle of a pixel, and no mask',
      [image({ data: new Float64Array(48).fill(Infinity, 22, 23) })],
      new RangeError(
        'image.data: expected finite samples or NaN, got Infinity at x 3, y 1, channel 1',
      ),
    ],
  ]
  test.each(lengths)('%s', (_, args, error) => {
    expect(() => call(...args)).toThrow(error)
  })
})

describe('image.width, image.height, image.channels', () => {
  const rows: [name: string, value: unknown, Kind: ErrorConstructor, words: string][] = [
    ['width', 4.5, RangeError, '4.5'],
    ['width', 0, RangeError, '0'],
    ['width', -4, RangeError, '-4'],
    ['width', NaN, RangeError, 'NaN'],
    ['width', '4', TypeError, "'4'"],
    ['width', null, TypeError, 'null'],
    ['height', 0.5, RangeError, '0.5'],
    ['height', Infinity, RangeError, 'Infinity'],
    ['height', [4], TypeError, 'an Array'],
    ['channels', 0, RangeError, '0'],
    ['channels', 1.5, RangeError, '1.5'],
    ['channels', '1', TypeError, "'1'"],
    ['channels', null, TypeError, 'null'],
  ]
  test.each(rows)('%s %o', (name, value, Kind, words) => {
    const error = new Kind(`image.${name}: expected a whole number from 1, got ${words}`)
    expect(() => call(image({ [name]: value }), mask)).toThrow(error)
    const info = { width: 4, height: 4, channels: 1, [name]: value }
    expect(() => call({ data: bytes(), info }, mask)).toThrow(error)
  })
})

describe('an ndarray', () => {
  const array = (changes: object): object => ({
    data: bytes(),
    shape: [4, 4],
    stride: [4, 1],
    offset: 0,
    ...changes,
  })
  const shape = 'image.shape: expected [height, width] or [height, width, channels], got'
  const reaches = (lowest: number, highest: number, length = 16): RangeError =>
    new RangeError(
      `image.data: expected samples from ${lowest} to ${highest} by shape, stride and offset, got ${length}`,
    )
  const rows: [given: string, changes: object, error: Error][] = [
    ['of 1 dimension', { shape: [16], stride: [1] }, new RangeError(`${shape} 1 dimensions`)],
    [
      'of 4 dimensions',
      { shape: [2, 2, 2, 2], stride: [8, 4, 2, 1] },
      new RangeError(`${shape} 4 dimensions`),
    ],
    [
      'of no height',
      { shape: [0, 4] },
      new RangeError('image.height: expected a whole number from 1, got 0'),
    ],
    [
      'of half a channel',
      { shape: [4, 4, 0.5], stride: [4, 1, 1] },
      new RangeError('image.channels: expected a whole number from 1, got 0.5'),
    ],
    ['that ends past its data', { data: bytes(15) }, reaches(0, 15, 15)],
    ['that starts past its data', { offset: 1 }, reaches(1, 16)],
    ['that starts before its data', { stride: [-4, 1] }, reaches(-12, 3)],
    [
      'of a detached buffer',
      { data: detached() },
      new TypeError('image.data: expected samples, got a Uint8Array whose buffer is detached'),
    ],
  ]
  test.each(rows)('%s', (_, changes, error) => {
    expect(() => call(array(changes), mask)).toThrow(error)
  })

  // With a stride that is no whole number, or not there, samples that do not exist are read as 0.
  const whole = 'image.stride, image.offset: expected whole numbers, got'
  const steps: [given: string, changes: object, error: Error][] = [
    ['half a row', { stride: [2.5, 1] }, new RangeError(`${whole} 2.5, 1, 0`)],
    ['NaN', { stride: [4, NaN] }, new RangeError(`${whole} 4, NaN, 0`)],
    ['a string', { stride: ['4', 1] }, new RangeError(`${whole} 4, 1, 0`)],
    ['half an offset', { offset: 0.5 }, new RangeError(`${whole} 4, 1, 0.5`)],
    ['none', { stride: [] }, new RangeError(`${whole} 0`)],
    ['one of two', { stride: [4] }, new RangeError(`${whole} 4, 0`)],
    [
      'two of three',
      { data: bytes(48), shape: [4, 4, 3], stride: [12, 3] },
      new RangeError(`${whole} 12, 3, 0`),
    ],
  ]
  test.each(steps)('of strides: %s', (_, changes, error) => {
    expect(() => call(array(changes), mask)).toThrow(error)
  })
})

describe('mask', () => {
  const wanted = 'mask: expected an array of numbers or booleans, an image or an ndarray, got'
  const none = 'mask: expected one, because integer samples cannot be NaN, got'
  const noneKnown = new RangeError('mask: expected at least one known pixel to fill from, got none')
  const large = { data: new Uint8Array(640 * 480), width: 640, height: 480 }
  const rows: Rows = [
    ['none, for integers', [image()], new TypeError(`${none} undefined`)],
    ['null, for integers', [image(), null], new TypeError(`${none} null`)],
    ['a string', [image(), 'mask.png'], new TypeError(`${wanted} 'mask.png'`)],
    ['a number', [image(), 3], new TypeError(`${wanted} 3`)],
    ['true', [image(), true], new TypeError(`${wanted} true`)],
    ['an empty object', [image(), {}], new TypeError(`${wanted} an Object`)],
    ['a function', [image(), () => mask], new TypeError(`${wanted} a function`)],
    ['big integers', [image(), new BigInt64Array(16)], new TypeError(`${wanted} a BigInt64Array`)],
    ['a buffer', [image(), new ArrayBuffer(16)], new TypeError(`${wanted} an ArrayBuffer`)],
    [
      'a DataView',
      [image(), new DataView(new ArrayBuffer(16))],
      new TypeError(`${wanted} a DataView`),
    ],
    ['an array of strings', [image(), Array(16).fill('0')], new TypeError(`${wanted} an Array`)],
    [
      'an image of big integers',
      [image(), { data: new BigUint64Array(16), width: 4, height: 4 }],
      new TypeError(`${wanted} a BigUint64Array`),
    ],
    [
      'an image without data',
      [image(), { data: null, width: 4, height: 4 }],
      new TypeError(`${wanted} null`),
    ],
    [
      'an image of another size',
      [large, { data: new Uint8Array(640 * 479), width: 640, height: 479 }],
      new RangeError('mask: expected 640 x 480 pixels, got 640 x 479'),
    ],
    [
      'an image lying on its side',
      [large, { data: new Uint8Array(640 * 480), info: { width: 480, height: 640, channels: 1 } }],
      new RangeError('mask: expected 640 x 480 pixels, got 480 x 640'),
    ],
    [
      'an ndarray of another size',
      [image(), { data: bytes(), shape: [4, 3], stride: [4, 1], offset: 0 }],
      new RangeError('mask: expected 4 x 4 pixels, got 3 x 4'),
    ],
    [
      'bare values, too few',
      [large, new Uint8Array(640 * 479)],
      new RangeError('mask.data: expected 640 x 480 x 1 = 307200 samples, got 306560'),
    ],
    [
      'bare values, none',
      [image(), []],
      new RangeError('mask.data: expected 4 x 4 x 1 = 16 samples, got 0'),
    ],
    [
      'bare values, detached',
      [image(), detached()],
      new TypeError('mask.data: expected samples, got a Uint8Array whose buffer is detached'),
    ],
    [
      'an image, detached',
      [image(), { data: detached(), width: 4, height: 4 }],
      new TypeError('mask.data: expected samples, got a Uint8Array whose buffer is detached'),
    ],
    [
      'an image with too little data',
      [image(), { data: bytes(47), width: 4, height: 4, channels: 3 }],
      new RangeError('mask.data: expected 4 x 4 x 3 = 48 samples, got 47'),
    ],
    [
      'an image of half a pixel',
      [image(), { data: bytes(), width: 4, height: 3.5 }],
      new RangeError('mask.height: expected a whole number from 1, got 3.5'),
    ],
    [
      'an image of 5 channels',
      [image(), { data: bytes(80), width: 4, height: 4 }],
      new RangeError('mask: expected 1 to 4 channels, got 5'),
    ],
    ['everything missing', [image(), bytes().fill(1)], noneKnown],
    ['nothing to keep', [image(), bytes(), { maskMeans: 'keep' }], noneKnown],
    [
      'no mask, and only NaN',
      [image({ data: new Float32Array(16).fill(NaN) })],
      new RangeError('image: expected at least one known pixel to fill from, got none'),
    ],
    [
      'everything missing between NaN and the mask',
      [image({ data: new Float32Array(16).fill(NaN, 3) }), bytes().fill(1, 0, 3)],
      noneKnown,
    ],
  ]
  test.each(rows)('%s', (_, args, error) => {
    expect(() => call(...args)).toThrow(error)
  })
})

describe('options', () => {
  const threshold = 'maskThreshold: expected a number from 0, got'
  const names = 'maskMeans, maskChannel, maskThreshold, dilate, feather, onProgress, signal'
  const rows: [options: object, error: Error][] = [
    [{ maskMeans: 'drop' }, new RangeError("maskMeans: expected 'fill' or 'keep', got 'drop'")],
    [{ maskMeans: true }, new TypeError("maskMeans: expected 'fill' or 'keep', got true")],
    [{ maskMeans: null }, new TypeError("maskMeans: expected 'fill' or 'keep', got null")],
    [{ maskChannel: 'red' }, new RangeError("maskChannel: expected 'color' or 'alpha', got 'red'")],
    [{ maskChannel: 3 }, new TypeError("maskChannel: expected 'color' or 'alpha', got 3")],
    [
      { maskChannel: 'alpha' },
      new RangeError("maskChannel: expected a mask of 2 or 4 channels for 'alpha', got 1"),
    ],
    [{ maskThreshold: -1 }, new RangeError(`${threshold} -1`)],
    [{ maskThreshold: NaN }, new RangeError(`${threshold} NaN`)],
    [{ maskThreshold: '127' }, new TypeError(`${threshold} '127'`)],
    [{ gradient: 1.5 }, new RangeError('gradient: expected a number from 0 to 1, got 1.5')],
    [{ gradient: -0.1 }, new RangeError('gradient: expected a number from 0 to 1, got -0.1')],
    [{ gradient: NaN }, new RangeError('gradient: expected a number from 0 to 1, got NaN')],
    [{ gradient: '1' }, new TypeError("gradient: expected a number from 0 to 1, got '1'")],
    [
      { method: 'navier-stokes', viscosity: -1 },
      new RangeError('viscosity: expected a number from 0 to 100, got -1'),
    ],
    [
      { method: 'navier-stokes', iterations: 2.5 },
      new RangeError('iterations: expected a whole number from 0, got 2.5'),
    ],
    [
      { method: 'navier-stokes', tolerance: '0' },
      new TypeError("tolerance: expected a number from 0 to 1, got '0'"),
    ],
    [
      { method: 'navier-stokes', gradient: 1 },
      new TypeError(
        `options: expected only radius, viscosity, iterations, tolerance, ${names}, got 'gradient'`,
      ),
    ],
    [{ onProgress: 100 }, new TypeError('onProgress: expected a function, got 100')],
    [{ onProgress: null }, new TypeError('onProgress: expected a function, got null')],
    [{ signal: null }, new TypeError('signal: expected an AbortSignal, got null')],
    [
      { signal: new AbortController() },
      new TypeError('signal: expected an AbortSignal, got an AbortController'),
    ],
    [{ radus: 5 }, new TypeError(`options: expected only radius, gradient, ${names}, got 'radus'`)],
    [
      { method: 'ns', gradient: 1 },
      new TypeError(`options: expected only radius, ${names}, got 'gradient'`),
    ],
  ]
  test.each(rows)('%o', (options, error) => {
    expect(() => call(image(), mask, options)).toThrow(error)
    expect(() => call(image(), mask, undefined, undefined, options)).toThrow(error)
  })

  test.each([
    ['radius 5', "'radius 5'"],
    [5, '5'],
    [null, 'null'],
    [[3], 'an Array'],
    [() => 5, 'a function'],
  ])('%o in place of an object', (options, words) => {
    const error = new TypeError(`options: expected an object, got ${words}`)
    expect(() => call(image(), mask, 3, 'ns', options)).toThrow(error)
    expect(() => (telea as typeof call)(image(), mask, 3, options)).toThrow(error)
    expect(() => (ns as typeof call)(image(), mask, 3, options)).toThrow(error)
  })

  test('have no method where the function is one', () => {
    const error = new TypeError(`options: expected only radius, ${names}, got 'method'`)
    expect(() => (ns as typeof call)(image(), mask, { method: 'telea' })).toThrow(error)
  })

  test('are checked for a custom method too', () => {
    const error = new TypeError(`options: expected only radius, ${names}, got 'gradient'`)
    expect(() => call(image(), mask, { method: () => {}, gradient: 1 })).toThrow(error)
  })
})

describe('radius', () => {
  const wanted = 'radius: expected a number from 1 to 100, got'
  const rows: [radius: unknown, error: Error][] = [
    [0, new RangeError(`${wanted} 0`)],
    [0.99, new RangeError(`${wanted} 0.99`)],
    [-3, new RangeError(`${wanted} -3`)],
    [NaN, new RangeError(`${wanted} NaN`)],
    [100.5, new RangeError(`${wanted} 100.5`)],
    [Infinity, new RangeError(`${wanted} Infinity`)],
    ['3', new TypeError(`${wanted} '3'`)],
    [null, new TypeError(`${wanted} null`)],
    [true, new TypeError(`${wanted} true`)],
  ]
  test.each(rows)('%o', (radius, error) => {
    expect(() => call(image(), mask, radius)).toThrow(error)
    expect(() => call(image(), mask, { radius })).toThrow(error)
    expect(() => (telea as typeof call)(image(), mask, radius)).toThrow(error)
    expect(() => (ns as typeof call)(image(), mask, radius)).toThrow(error)
  })
})

describe('method', () => {
  const methods =
    "'telea', 'ns', 'navier-stokes', 'coherence', 'harmonic', 'biharmonic', 'kriging' or 'auto'"
  const rows: [method: unknown, error: Error][] = [
    ['teela', new RangeError(`method: expected ${methods}, got 'teela'`)],
    ['', new RangeError(`method: expected ${methods}, got ''`)],
    // Names every object has are no methods.
    ['toString', new RangeError(`method: expected ${methods}, got 'toString'`)],
    [1, new TypeError(`method: expected ${methods}, got 1`)],
    [{}, new TypeError(`method: expected ${methods}, got an Object`)],
  ]
  test.each(rows)('%o', (method, error) => {
    expect(() => call(image(), mask, 3, method)).toThrow(error)
    expect(() => call(image(), mask, { method })).toThrow(error)
  })

  test('a function that leaves a sample unfilled, or worse', () => {
    const wanted = 'method: expected a finite number for every missing sample, got'
    const rgb = image({ data: bytes(48) })
    const leave = (value: number) => (hole: { samples: Float64Array; missing: Int32Array }) => {
      const { samples, missing } = hole
      samples.fill(1)
      samples[(samples.length / 3) * 2 + missing[0]] = value
    }
    for (const value of [NaN, Infinity, -Infinity]) {
      expect(() => call(rgb, mask, 3, leave(value))).toThrow(
        new RangeError(`${wanted} ${value} at x 2, y 1, channel 2`),
      )
    }
    expect(() => call(rgb, mask, 3, () => {})).toThrow(
      new RangeError(`${wanted} NaN at x 2, y 1, channel 0`),
    )
    expect(() => call(rgb, mask, 3, leave(7))).not.toThrow()
  })

  test('an error of a function comes through as it is', () => {
    const error = new Error('mine')
    const failing = (): never => {
      throw error
    }
    expect(() => call(image(), mask, 3, failing)).toThrow(error)
  })
})

test('nothing is filled before everything is checked', () => {
  let calls = 0
  const count = (): void => {
    calls++
  }
  expect(() => call(image(), mask, 3, count, { signal: {} })).toThrow(TypeError)
  expect(() => call(image(), mask, 3, count, { onProgress: {} })).toThrow(TypeError)
  expect(() => call(image(), mask, 3, count, { maskMeans: '' })).toThrow(RangeError)
  expect(calls).toBe(0)
})
