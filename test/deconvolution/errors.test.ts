import { describe, expect, test } from 'vitest'
import { blur, deconvolve, otf, psf } from '../../src/deconvolution/index'

// Every check, word by word: the class of the error and its whole message.

type Call = (...args: unknown[]) => unknown
const call = deconvolve as Call
const image = { data: new Uint8Array(30), width: 6, height: 5 }
const kernel = [[1, 2, 1]]

type Rows = [given: string, call: () => unknown, error: Error][]

test('the calls all others are made from are right', () => {
  expect(() => call(image, kernel)).not.toThrow()
  expect(() => call(image, kernel, { method: 'tikhonov' })).not.toThrow()
})

describe('psf', () => {
  const from = (weights: unknown) => () => call(image, weights)
  const rows: Rows = [
    [
      'nothing',
      from(undefined),
      new TypeError('psf: expected a PSF, an image, an ndarray or rows of numbers, got undefined'),
    ],
    [
      'a flat array',
      from([1, 2, 1]),
      new TypeError('psf: expected rows of numbers, got an Array of 1'),
    ],
    [
      'rows of different lengths',
      from([[1, 2], [1]]),
      new RangeError('psf: expected 2 numbers in every row, got 1 in row 1'),
    ],
    ['words', from([['1']]), new TypeError("psf: expected rows of numbers, got '1' in row 0")],
    ['no weights', from([[]]), new RangeError('psf.width: expected a whole number from 1, got 0')],
    [
      'one that is larger than the image',
      from([[1, 1, 1, 1, 1, 1, 1]]),
      new RangeError('psf: expected at most 6 x 5 pixels, as the image has, got 7 x 1'),
    ],
    [
      'a negative weight',
      from([[1, -0.5]]),
      new RangeError('psf: expected weights from 0, and finite, got -0.5 at x 1, y 0'),
    ],
    [
      'a NaN',
      from([[1], [NaN]]),
      new RangeError('psf: expected weights from 0, and finite, got NaN at x 0, y 1'),
    ],
    [
      'an infinite weight',
      from([[Infinity]]),
      new RangeError('psf: expected weights from 0, and finite, got Infinity at x 0, y 0'),
    ],
    ['zeros', from([[0, 0]]), new RangeError('psf: expected a weight above 0, got none')],
    [
      'five channels',
      from({ data: new Uint8Array(5), width: 1, height: 1, channels: 5 }),
      new RangeError('psf: expected 1 to 4 channels, got 5'),
    ],
    [
      'samples of another kind',
      from({ data: new Int32Array(1), width: 1, height: 1 }),
      new TypeError(
        'psf.data: expected Uint8Array, Uint8ClampedArray, Uint16Array, Int16Array, Float32Array or Float64Array, got an Int32Array',
      ),
    ],
  ]
  test.each(rows)('%s', (_, act, error) => expect(act).toThrow(error))
})

describe('the toolbox', () => {
  const { from, gaussian, motion, disk, box } = psf as unknown as Record<string, Call>
  const rows: Rows = [
    [
      'sigma',
      () => gaussian(0),
      new RangeError('sigma: expected a number from 0.01 to 1000, got 0'),
    ],
    [
      'length',
      () => motion(-1),
      new RangeError('length: expected a number from 0.01 to 1000, got -1'),
    ],
    [
      'degrees',
      () => motion(3, '45'),
      new TypeError("degrees: expected a number from -36000 to 36000, got '45'"),
    ],
    [
      'radius',
      () => disk(NaN),
      new RangeError('radius: expected a number from 0.01 to 500, got NaN'),
    ],
    ['width', () => box('3'), new TypeError("width: expected a number from 0.01 to 1000, got '3'")],
    [
      'height',
      () => box(3, 0),
      new RangeError('height: expected a number from 0.01 to 1000, got 0'),
    ],
    [
      'an origin that is none',
      () => from(kernel, { origin: 1 }),
      new TypeError('origin: expected [x, y], got 1'),
    ],
    [
      'an origin outside',
      () => from(kernel, { origin: [3, 0] }),
      new RangeError('origin[0]: expected a whole number from 0 to 2, got 3'),
    ],
    [
      'an origin between pixels',
      () => from(kernel, { origin: [1, 0.5] }),
      new RangeError('origin[1]: expected a whole number from 0 to 0, got 0.5'),
    ],
    [
      'a misspelt option',
      () => from(kernel, { center: [1, 0] }),
      new TypeError("options: expected only origin, got 'center'"),
    ],
    [
      'an OTF of nothing',
      () => otf(kernel, 0, 5),
      new RangeError('width: expected a whole number from 1, got 0'),
    ],
    [
      'an OTF that is too small',
      () => otf(kernel, 2, 5),
      new RangeError('psf: expected at most 2 x 5 pixels, as the image has, got 3 x 1'),
    ],
  ]
  test.each(rows)('%s', (_, act, error) => expect(act).toThrow(error))
})

describe('options', () => {
  const wiener = (options: object) => () => call(image, kernel, 'wiener', options)
  const lucy = (options: object) => () => call(image, kernel, 'richardson-lucy', options)
  const tv = (options: object) => () => call(image, kernel, 'total-variation', options)
  const common =
    'boundary, mask, maskMeans, maskChannel, maskThreshold, onIteration, onProgress, signal'
  const rows: Rows = [
    [
      'a method there is not',
      () => call(image, kernel, 'winer'),
      new RangeError(
        "method: expected 'wiener', 'tikhonov', 'inverse', 'unsupervised-wiener', 'richardson-lucy', 'total-variation' or 'hyper-laplacian', got 'winer'",
      ),
    ],
    [
      'options that are none',
      () => call(image, kernel, 'wiener', 0.1),
      new TypeError('options: expected an object, got 0.1'),
    ],
    [
      'a misspelt option',
      wiener({ ballance: 1 }),
      new TypeError(`options: expected only balance, nsr, regulariser, ${common}, got 'ballance'`),
    ],
    [
      'an option of another method',
      wiener({ iterations: 3 }),
      new TypeError(
        `options: expected only balance, nsr, regulariser, ${common}, got 'iterations'`,
      ),
    ],
    [
      'boundary',
      wiener({ boundary: 'mirror' }),
      new RangeError(
        "boundary: expected 'free', 'reflect', 'taper', 'zero' or 'periodic', got 'mirror'",
      ),
    ],
    [
      'onIteration',
      wiener({ onIteration: true }),
      new TypeError('onIteration: expected a function, got true'),
    ],
    [
      'balance',
      wiener({ balance: -1 }),
      new RangeError('balance: expected a number from 0, got -1'),
    ],
    ['nsr', wiener({ nsr: '1' }), new TypeError("nsr: expected a number from 0, got '1'")],
    [
      'both',
      wiener({ nsr: 1, balance: 1 }),
      new TypeError('nsr: expected it or balance, got both'),
    ],
    [
      'nsr with a regulariser',
      wiener({ nsr: 1, regulariser: 'gradient' }),
      new RangeError("regulariser: expected 'identity' beside nsr, got 'gradient'"),
    ],
    [
      'regulariser',
      wiener({ regulariser: 'laplace' }),
      new RangeError("regulariser: expected 'identity', 'gradient' or 'laplacian', got 'laplace'"),
    ],
    [
      'threshold',
      () => call(image, kernel, 'inverse', { threshold: 2 }),
      new RangeError('threshold: expected a number from 0.000001 to 1, got 2'),
    ],
    [
      'iterations',
      lucy({ iterations: 0 }),
      new RangeError('iterations: expected a whole number from 1 to 10000, got 0'),
    ],
    [
      'acceleration',
      lucy({ acceleration: 1 }),
      new TypeError("acceleration: expected true, false or 'biggs-andrews', got 1"),
    ],
    [
      'start',
      lucy({ start: 'mean' }),
      new RangeError("start: expected 'flat' or 'image', got 'mean'"),
    ],
    ['tv', lucy({ tv: 0.3 }), new RangeError('tv: expected a number from 0 to 0.2, got 0.3')],
    ['damping', lucy({ damping: -1 }), new RangeError('damping: expected a number from 0, got -1')],
    [
      'background',
      lucy({ background: NaN }),
      new RangeError('background: expected a number from 0, got NaN'),
    ],
    ['noise', tv({ noise: -1 }), new RangeError('noise: expected a number from 0, got -1')],
    [
      'noise and balance',
      tv({ noise: 1, balance: 1 }),
      new TypeError('noise: expected it or balance, got both'),
    ],
    [
      'exponent',
      () => call(image, kernel, 'hyper-laplacian', { exponent: 0 }),
      new RangeError('exponent: expected a number from 0.5 to 1, got 0'),
    ],
    [
      'a mask of everything',
      wiener({ mask: new Uint8Array(30).fill(1) }),
      new RangeError('mask: expected at least one known pixel, got none'),
    ],
    [
      'a mask of another size',
      wiener({ mask: { data: new Uint8Array(6), width: 3, height: 2 } }),
      new RangeError('mask: expected 6 x 5 pixels, got 3 x 2'),
    ],
    [
      'an infinite sample',
      () => call({ data: new Float32Array([1, Infinity, 2]), width: 3, height: 1 }, kernel),
      new RangeError(
        'image.data: expected finite samples or NaN, got Infinity at x 1, y 0, channel 0',
      ),
    ],
    [
      'a signal that is none',
      wiener({ signal: {} }),
      new TypeError('signal: expected an AbortSignal, got an Object'),
    ],
  ]
  test.each(rows)('%s', (_, act, error) => expect(act).toThrow(error))
})

describe('blur', () => {
  const blurCall = blur as unknown as Call
  const rows: Rows = [
    [
      'boundary',
      () => blurCall(image, kernel, { boundary: 'free' }),
      new RangeError("boundary: expected 'reflect', 'zero' or 'periodic', got 'free'"),
    ],
    [
      'adjoint',
      () => blurCall(image, kernel, { adjoint: 1 }),
      new TypeError('adjoint: expected true or false, got 1'),
    ],
    [
      'a misspelt option',
      () => blurCall(image, kernel, { border: 'zero' }),
      new TypeError("options: expected only boundary, adjoint, got 'border'"),
    ],
    [
      'NaN',
      () => blurCall({ data: new Float32Array([1, 2, NaN, 4]), width: 2, height: 2 }, [[1]]),
      new RangeError('image.data: expected finite samples, got NaN at x 0, y 1, channel 0'),
    ],
  ]
  test.each(rows)('%s', (_, act, error) => expect(act).toThrow(error))
})
