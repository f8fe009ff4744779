import { describe, expect, test } from 'vitest'
import { biharmonic } from '../../src/biharmonic/index'
import { inpaint } from '../../src/index'
import { ns } from '../../src/ns/index'

// Every check of a guide, word by word.

const call = inpaint as (...args: unknown[]) => unknown
const image = { data: new Uint8Array(48), width: 4, height: 4, channels: 3 }
const mask = Uint8Array.from({ length: 16 }, (_, i) => (i === 6 ? 255 : 0))
const line = [
  [0, 0],
  [3, 3],
]
const colors = { data: new Uint8Array(64), width: 4, height: 4 }

test('the calls all others are made from are right', () => {
  for (const guide of [{}, { lines: [line] }, { colors }, { edges: [line] }, { edges: mask }]) {
    expect(() => call(image, mask, { method: 'harmonic', guide })).not.toThrow()
  }
})

describe('a method that cannot be guided, or not by this', () => {
  const none = 'guide: expected none, because this method cannot be guided, got'
  test.each(['telea', 'ns', 'navier-stokes', 'coherence', 'kriging', 'auto', () => {}])(
    '%s',
    (method) => {
      const error = new TypeError(`${none} an Object`)
      expect(() => call(image, mask, { method, guide: { colors } })).toThrow(error)
    },
  )

  test('says so in its own function too', () => {
    const options = { guide: {} } as object
    expect(() => ns(image, mask, options)).toThrow(new TypeError(`${none} an Object`))
  })

  const rows: [method: string, guide: object, words: string][] = [
    ['harmonic', { source: mask }, "lines, colors, edges for this method, got 'source'"],
    ['harmonic', { forbid: mask }, "lines, colors, edges for this method, got 'forbid'"],
    ['harmonic', { color: colors }, "lines, colors, edges for this method, got 'color'"],
    ['biharmonic', { lines: [line] }, "colors for this method, got 'lines'"],
    ['biharmonic', { edges: [line] }, "colors for this method, got 'edges'"],
    [
      'exemplar',
      { edge: [line] },
      "source, forbid, lines, colors, edges for this method, got 'edge'",
    ],
  ]
  test.each(rows)('%s %o', (method, guide, words) => {
    const error = new TypeError(`guide: expected only ${words}`)
    expect(() => call(image, mask, { method, guide })).toThrow(error)
  })

  test('lists guide among the options only where it is one', () => {
    expect(() => call(image, mask, { method: 'harmonic', gide: {} })).toThrow(/radius, guide, mask/)
    expect(() => call(image, mask, { method: 'ns', gide: {} })).toThrow(/radius, mask/)
  })
})

describe('guide', () => {
  const rows: [guide: unknown, error: Error][] = [
    [3, new TypeError('guide: expected an object, got 3')],
    [null, new TypeError('guide: expected an object, got null')],
    [[line], new TypeError('guide: expected an object, got an Array')],

    [{ lines: line[0] }, new TypeError('guide.lines[0]: expected points [[x, y], ...], got 0')],
    [{ lines: 'all' }, new TypeError("guide.lines: expected a list of lines, got 'all'")],
    [{ lines: line }, new TypeError('guide.lines[0][0]: expected a point [x, y], got 0')],
    [
      { lines: [{ width: 3 }] },
      new TypeError('guide.lines[0]: expected points [[x, y], ...], got an Object'),
    ],
    [
      { lines: [line, [[1, 1]]] },
      new RangeError('guide.lines[1]: expected at least 2 points, got 1'),
    ],
    [
      {
        lines: [
          [
            [0, 0],
            [1, NaN],
          ],
        ],
      },
      new RangeError('guide.lines[0][1]: expected a number from -100000 to 100000, got NaN'),
    ],
    [
      {
        lines: [
          [
            [0, 0],
            ['1', 1],
          ],
        ],
      },
      new TypeError("guide.lines[0][1]: expected a number from -100000 to 100000, got '1'"),
    ],
    [
      { lines: [{ points: line, width: -1 }] },
      new RangeError('guide.lines[0].width: expected a number from 0 to 1000, got -1'),
    ],
    [
      { lines: Array(128).fill(line) },
      new RangeError('guide.lines: expected at most 127 lines, got 128'),
    ],

    [{ colors: 'red' }, new TypeError("guide.colors: expected an image, got 'red'")],
    [
      { colors: { ...colors, width: 8, height: 2 } },
      new RangeError('guide.colors: expected 4 x 4 pixels, got 8 x 2'),
    ],
    [
      { colors: { ...colors, data: new Uint8Array(16) } },
      new RangeError('guide.colors: expected 4 channels, the last one the weight, got 1'),
    ],
    [
      { colors: { ...colors, data: new Uint8Array(80) } },
      new RangeError('guide.colors: expected 4 channels, the last one the weight, got 5'),
    ],
    [
      { colors: { ...colors, data: new Float32Array(64) } },
      new TypeError(
        "guide.colors.data: expected whole numbers, as the image's are, got a Float32Array",
      ),
    ],
    [
      { colors: { ...colors, data: Array(64).fill(0) } },
      new TypeError(
        'guide.colors.data: expected Uint8Array, Uint8ClampedArray, Uint16Array, Int16Array, Float32Array or Float64Array, got an Array',
      ),
    ],

    [{ edges: [[[0, 0]]] }, new RangeError('guide.edges[0]: expected at least 2 points, got 1')],
    [
      { edges: 'canny' },
      new TypeError(
        "guide.edges: expected an array of numbers or booleans, an image or an ndarray, got 'canny'",
      ),
    ],
    [
      { edges: { data: new Float32Array(32), width: 8, height: 2, channels: 2 } },
      new RangeError('guide.edges: expected 4 x 4 pixels, got 8 x 2'),
    ],
    [
      { edges: new Uint8Array(9) },
      new RangeError('guide.edges.data: expected 4 x 4 x 1 = 16 samples, got 9'),
    ],
  ]
  test.each(rows)('%o', (guide, error) => {
    expect(() => call(image, mask, { method: 'harmonic', guide })).toThrow(error)
    expect(() => call(image, mask, undefined, 'harmonic', { guide })).toThrow(error)
  })

  const ofCompletion: [guide: unknown, error: Error][] = [
    [
      { source: new Uint8Array(16) },
      new RangeError('guide.source: expected at least one pixel to copy from, got none'),
    ],
    [
      { source: { data: new Uint8Array(12), width: 4, height: 3 } },
      new RangeError('guide.source: expected 4 x 4 pixels, got 4 x 3'),
    ],
    [
      { forbid: 7 },
      new TypeError(
        'guide.forbid: expected an array of numbers or booleans, an image or an ndarray, got 7',
      ),
    ],
  ]
  test.each(ofCompletion)('%o', (guide, error) => {
    expect(() => call(image, mask, { method: 'exemplar', guide })).toThrow(error)
  })

  test('of floats takes floats', () => {
    const floats = { ...image, data: new Float32Array(48) }
    expect(() => biharmonic(floats, mask, { guide: { colors } })).toThrow(
      new TypeError("guide.colors.data: expected floats, as the image's are, got a Uint8Array"),
    )
  })
})

test('a guide is not written to', () => {
  const data = new Uint8Array(64).fill(100)
  const guide = Object.freeze({
    lines: Object.freeze([Object.freeze([Object.freeze([0, 1]), Object.freeze([3, 2])])]),
    colors: { data, width: 4, height: 4 },
    edges: Uint8Array.from(mask),
  })
  call(image, mask, { method: 'harmonic', guide })
  expect(data.every((value) => value === 100)).toBe(true)
  expect(guide.edges).toEqual(mask)
})
