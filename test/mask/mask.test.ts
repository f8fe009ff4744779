import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import ndarray from 'ndarray'
import { describe, expect, test } from 'vitest'
import { copyImage } from '../../src/image/picture'
import { inpaint, type Mask, type MaskOptions } from '../../src/index'
import { type Bitmap, bitRuns } from '../../src/mask/bitmap'
import { readMask } from '../../src/mask/mask'
import { expectSameImage } from '../support/expect-image'
import { anyMask, masks } from '../support/masks'
import { anyLayout, place } from '../support/ndarrays'
import { loadPicture } from '../support/pictures'
import { createRandom, integer, type Random } from '../support/random'

// One mask, in every shape it may come in, must mean the same pixels.

/** The set bits of a bitmap, as flat indices. */
function indicesOf(bitmap: Bitmap): number[] {
  const runs = bitRuns(bitmap)
  const indices: number[] = []
  for (let r = 0; r < runs.length; r += 3) {
    for (let x = runs[r + 1]; x < runs[r + 2]; x++) indices.push(runs[r] * bitmap.width + x)
  }
  return indices
}

/** The pixels a mask names of an image so large, as flat indices. */
function named(
  mask: Mask | null | undefined,
  width: number,
  height: number,
  options: MaskOptions = {},
) {
  const picture = copyImage({ data: new Uint8Array(width * height), width, height })
  return indicesOf(readMask(mask, picture, options))
}

type Forms = Record<
  string,
  (values: Uint8Array, width: number, height: number, random: Random) => Mask
>

/** The same mask in other clothes; `random` draws the non-zero values and where things lie. */
const forms: Forms = {
  Uint8Array: (values) => values,
  'Buffer at an odd offset': (values) => {
    const buffer = Buffer.alloc(values.length + 1, 9)
    buffer.set(values, 1)
    return buffer.subarray(1)
  },
  'Uint8Array at any offset': (values, _, __, random) => {
    const offset = integer(random, 0, 7)
    const buffer = new Uint8Array(values.length + offset + 3).fill(9)
    buffer.set(values, offset)
    return buffer.subarray(offset, offset + values.length)
  },
  Uint8ClampedArray: (values) => new Uint8ClampedArray(values),
  Buffer: (values) => Buffer.from(values),
  'Int8Array, negative': (values) => Int8Array.from(values, (v) => (v ? -128 : 0)),
  Int16Array: (values) => Int16Array.from(values, (v) => (v ? -300 : 0)),
  Uint16Array: (values) => Uint16Array.from(values, (v) => v * 256),
  Int32Array: (values) => Int32Array.from(values, (v) => (v ? 1 << 31 : 0)),
  Uint32Array: (values) => Uint32Array.from(values, (v) => v * 65536),
  'Float32Array, between 0 and 1': (values) => Float32Array.from(values, (v) => v / 1e9),
  'Float64Array of 1 and -0': (values) => Float64Array.from(values, (v) => (v ? 1 : -0)),
  'Float64Array of NaN': (values) => Float64Array.from(values, (v) => (v ? NaN : 0)),
  'boolean[]': (values) => Array.from(values, (v) => v !== 0),
  'number[]': (values) => Array.from(values),
  'raw image': (data, width, height) => ({ data, width, height }),
  'raw image of booleans': (values, width, height) => ({
    data: Array.from(values, (v) => v !== 0),
    width,
    height,
  }),
  'sharp, 1 channel': (data, width, height) => ({ data, info: { width, height, channels: 1 } }),
  '2 channels, alpha anything': (values, width, height, random) => ({
    data: interleaved(values, 2, (v, c) => (c === 0 ? v : integer(random, 0, 255))),
    width,
    height,
    channels: 2,
  }),
  '3 channels, any one of them': (values, width, height, random) => ({
    data: someChannel(values, 3, random),
    width,
    height,
  }),
  '4 channels, any colour, alpha anything': (values, width, height, random) => {
    const data = someChannel(values, 4, random)
    for (let i = 3; i < data.length; i += 4) data[i] = integer(random, 0, 255)
    return { data, width, height }
  },
  'sharp, 3 channels': (values, width, height, random) => ({
    data: someChannel(values, 3, random),
    info: { width, height, channels: 3 },
  }),
  ndarray: (values, width, height) => ndarray(values, [height, width]),
  'ndarray of booleans, laid out anyhow': (values, width, height, random) => {
    const { stride, offset, length } = anyLayout([height, width], random)
    const array = {
      data: Array<boolean>(length).fill(true),
      shape: [height, width],
      stride,
      offset,
    }
    place(
      Array.from(values, (v) => v !== 0),
      array,
      1,
    )
    return array
  },
  'ndarray of bytes, laid out anyhow': (values, width, height, random) => {
    const { stride, offset, length } = anyLayout([height, width], random)
    const array = ndarray(new Uint8Array(length).fill(1), [height, width], stride, offset)
    place(values, array, 1)
    return array
  },
  'ndarray of 3 channels, laid out anyhow': (values, width, height, random) => {
    const { stride, offset, length } = anyLayout([height, width, 3], random)
    const array = ndarray(new Float32Array(length).fill(1), [height, width, 3], stride, offset)
    place(someChannel(values, 3, random), array, 3)
    return array
  },
}

describe.each(Object.entries(forms))('a mask as %s', (_, form) => {
  test('names the pixels that are not zero', () => {
    fc.assert(
      fc.property(
        // Up to 100 wide: more than three words of 32 pixels, and ends at every bit of them.
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer(),
        (width, height, drawing) => {
          const random = createRandom(drawing)
          const values = anyMask(random, width, height)
          const expected = [...values.keys()].filter((i) => values[i] !== 0)
          const mask = form(values, width, height, random)
          const before = structuredClone(fieldsOf(mask))
          expect(named(mask, width, height)).toEqual(expected)
          expect(structuredClone(fieldsOf(mask))).toEqual(before)

          const rest = [...values.keys()].filter((i) => values[i] === 0)
          expect(named(mask, width, height, { maskMeans: 'keep' })).toEqual(rest)
        },
      ),
      { seed: 80, numRuns: 40 },
    )
  })
})

/** An ndarray has accessors, which cannot be cloned; its own fields can. */
function fieldsOf(mask: Mask): object {
  return 'shape' in mask ? { ...mask } : mask
}

test('every form of a mask gives the same picture', async () => {
  const picture = await loadPicture('chelsea-97x61')
  const { width, height } = picture
  const mask = masks.text(width, height, 3)
  const expected = inpaint(picture, mask)
  for (const [name, form] of Object.entries(forms)) {
    const same = form(mask, width, height, createRandom(1))
    expectSameImage(inpaint(picture, same), expected, `mask as ${name}`)
  }
})

describe('maskChannel', () => {
  const painted = Uint8Array.of(0, 0, 0, 0, 9, 9, 9, 0, 0, 0, 0, 1, 9, 0, 0, 255)

  test("'color', the default, does not look at alpha", () => {
    const image = { data: painted, width: 4, height: 1 }
    expect(named(image, 4, 1)).toEqual([1, 3])
    expect(named(image, 4, 1, { maskChannel: 'color' })).toEqual([1, 3])
  })

  test("'alpha' looks at nothing else", () => {
    const image = { data: painted, width: 4, height: 1 }
    expect(named(image, 4, 1, { maskChannel: 'alpha' })).toEqual([2, 3])
    expect(named(image, 4, 1, { maskChannel: 'alpha', maskMeans: 'keep' })).toEqual([0, 1])
    expect(named(image, 4, 1, { maskChannel: 'alpha', maskThreshold: 1 })).toEqual([3])
  })

  test("'alpha' is the second of two channels", () => {
    const image = { data: painted, width: 8, height: 1, channels: 2 }
    expect(named(image, 8, 1, { maskChannel: 'alpha' })).toEqual([2, 5, 7])
    expect(named(image, 8, 1)).toEqual([2, 3, 6])
  })
})

describe('maskThreshold', () => {
  test('a value up to it is zero, in the units of the mask', () => {
    const bytes = Uint8Array.of(0, 1, 127, 128, 255)
    expect(named(bytes, 5, 1, { maskThreshold: 0 })).toEqual([1, 2, 3, 4])
    expect(named(bytes, 5, 1, { maskThreshold: 127 })).toEqual([3, 4])
    expect(named(bytes, 5, 1, { maskThreshold: 127.5 })).toEqual([3, 4])
    expect(named(bytes, 5, 1, { maskThreshold: 255 })).toEqual([])
    expect(named(bytes, 5, 1, { maskThreshold: 127, maskMeans: 'keep' })).toEqual([0, 1, 2])
    const floats = Float32Array.of(0, 0.25, 0.5, 0.75)
    expect(named(floats, 4, 1, { maskThreshold: 0.5 })).toEqual([3])
  })

  test('holds for each channel', () => {
    const data = Uint8Array.of(100, 100, 100, 0, 0, 101, 101, 0, 0, 0, 0, 0)
    expect(named({ data, width: 4, height: 1 }, 4, 1, { maskThreshold: 100 })).toEqual([1, 2])
  })
})

describe('a picture of floats', () => {
  const picture = (values: number[], channels = 1) =>
    copyImage({ data: Float32Array.from(values), width: values.length / channels, height: 1 })
  const missing = (mask: Mask | undefined, values: number[], options: MaskOptions = {}) =>
    indicesOf(readMask(mask, picture(values), options))

  test('has its NaN missing, mask or no mask', () => {
    expect(missing(undefined, [1, NaN, 3, NaN])).toEqual([1, 3])
    expect(missing([1, 0, 0, 0], [1, NaN, 3, NaN])).toEqual([0, 1, 3])
    expect(missing([1, 0, 0, 1], [1, NaN, 3, NaN], { maskMeans: 'keep' })).toEqual([1, 2, 3])
  })

  test('has a pixel missing where one channel is NaN', () => {
    const colour = copyImage({ data: Float64Array.of(1, 2, NaN, 4, 5, 6), width: 2, height: 1 })
    expect(indicesOf(readMask(undefined, colour, {}))).toEqual([0])
  })
})

function interleaved(
  values: Uint8Array,
  channels: number,
  sample: (value: number, channel: number) => number,
): Uint8Array {
  return new Uint8Array(values.length * channels).map((_, i) =>
    sample(values[Math.floor(i / channels)], i % channels),
  )
}

/** Zero in all channels where the value is; else not zero in one colour at least, anything in the rest. */
function someChannel(values: Uint8Array, channels: number, random: Random): Uint8Array {
  const data = new Uint8Array(values.length * channels)
  const colours = Math.min(channels, 3)
  for (let i = 0; i < values.length; i++) {
    if (values[i] === 0) continue
    data[i * channels + integer(random, 0, colours - 1)] = integer(random, 1, 255)
    if (random() < 0.5) data[i * channels + integer(random, 0, colours - 1)] = 200
  }
  return data
}
