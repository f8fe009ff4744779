import fc from 'fast-check'
import ndarray from 'ndarray'
import sharp from 'sharp'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { copyImage } from '../../src/image/picture'
import { type Image, inpaint, type Samples, type SharpImage } from '../../src/index'
import { anyDamaged, anyMethod, sampleClasses } from '../support/arbitraries'
import { expectSameImage } from '../support/expect-image'
import { masks } from '../support/masks'
import { gathered, scatter } from '../support/ndarrays'
import { type Bytes, loadPicture, mapSamples, merge } from '../support/pictures'
import { createRandom } from '../support/random'

// One picture, in every shape it may come in: the same samples must come back, in the same shape.

const picture = await loadPicture('astronaut-96x96')
const { width, height } = picture
const rgba: Bytes = merge([
  ...[0, 1, 2].map((c) => ({
    data: picture.data.filter((_, i) => i % 3 === c),
    width,
    height,
    channels: 1,
  })),
  { data: masks.discs(width, height, 8), width, height, channels: 1 },
])
const mask = masks.text(width, height, 6)

describe('a raw image', () => {
  test('may leave out its channels, and gets back what it came with', () => {
    const expected = inpaint(picture, mask)
    expect(expected).toEqual({ data: expect.any(Uint8Array), width, height, channels: 3 })
    const result = inpaint({ data: picture.data, width, height }, mask)
    expect(Object.keys(result)).toEqual(['data', 'width', 'height'])
    expectSameImage(result, { ...expected, channels: undefined }, 'without channels')
  })

  test('keeps whatever else it carries', () => {
    const image = { ...picture, colorSpace: 'display-p3', note: { by: 'me' } }
    const result = inpaint(image, mask)
    expect(result.note).toBe(image.note)
    expect(result.colorSpace).toBe('display-p3')
  })

  test('may be of a class whose sizes are accessors, as in jimp and canvas', () => {
    class Bitmap {
      readonly data = picture.data
      get width(): number {
        return width
      }
      get height(): number {
        return height
      }
    }
    const { data, width: w, height: h } = inpaint(new Bitmap(), mask)
    expectSameImage({ data, width: w, height: h }, inpaint(picture, mask), 'accessors')
  })

  test('may be a part of a larger buffer', () => {
    const large = new Float32Array(picture.data.length + 20)
    const part = large.subarray(7, 7 + picture.data.length)
    part.set(picture.data)
    const result = inpaint({ data: part, width, height, channels: 3 }, mask)
    const own = { ...picture, data: Float32Array.from(picture.data) }
    expectSameImage(result, inpaint(own, mask), 'part of a buffer')
    expect([...large.subarray(0, 7)]).toEqual(Array(7).fill(0))
  })

  test('of a Buffer gives a Buffer with memory of its own', () => {
    const data = Buffer.from(picture.data)
    const result = inpaint({ data, width, height }, mask)
    expect(Buffer.isBuffer(result.data)).toBe(true)
    const bytes = { ...picture, data: new Uint8Array(result.data) }
    expectSameImage(bytes, inpaint(picture, mask), 'Buffer')
    const copy = inpaint({ data, width, height }, new Uint8Array(width * height))
    copy.data[0] ^= 255
    expect(data[0]).toBe(picture.data[0])
  })

  test('may have come from another realm, where classes are others', async () => {
    const { runInNewContext } = await import('node:vm')
    const data = runInNewContext('Uint8Array.from(bytes)', { bytes: [...picture.data] })
    expect(data instanceof Uint8Array).toBe(false)
    const result = inpaint<Bytes>({ data, width, height, channels: 3 }, mask)
    expect([...result.data]).toEqual([...inpaint(picture, mask).data])
  })
})

describe('an ImageData', () => {
  const data = new Uint8ClampedArray(rgba.data)
  afterEach(() => vi.unstubAllGlobals())

  test('shaped object of clamped bytes gives clamped bytes', () => {
    const result = inpaint({ data, width, height, colorSpace: 'srgb' }, mask)
    expect(result.colorSpace).toBe('srgb')
    const clamped = { ...rgba, data: new Uint8ClampedArray(inpaint(rgba, mask).data) }
    expectSameImage(result, clamped, 'ImageData')
  })

  test('of the browser gives an ImageData of the browser, in its colour space', () => {
    // Node has none; this one behaves as the specification says: accessors, and a checked length.
    class ImageData {
      readonly #fields: {
        data: Uint8ClampedArray
        width: number
        height: number
        colorSpace: string
      }
      constructor(
        data: Uint8ClampedArray,
        width: number,
        height: number,
        { colorSpace = 'srgb' } = {},
      ) {
        if (data.length !== width * height * 4) throw new Error('InvalidStateError')
        this.#fields = { data, width, height, colorSpace }
      }
      get data() {
        return this.#fields.data
      }
      get width() {
        return this.#fields.width
      }
      get height() {
        return this.#fields.height
      }
      get colorSpace() {
        return this.#fields.colorSpace
      }
      get [Symbol.toStringTag]() {
        return 'ImageData'
      }
    }
    vi.stubGlobal('ImageData', ImageData)
    const result = inpaint(
      new ImageData(data, width, height, { colorSpace: 'display-p3' }),
      new ImageData(fourfold(mask), width, height),
    )
    expect(result).toBeInstanceOf(ImageData)
    expect(result.colorSpace).toBe('display-p3')
    expect([...result.data]).toEqual([...inpaint(rgba, mask).data])
  })

  function fourfold(values: Uint8Array): Uint8ClampedArray {
    return new Uint8ClampedArray(values.length * 4).map((_, i) =>
      i % 4 === 3 ? 255 : values[i >> 2],
    )
  }
})

describe('what sharp gives', () => {
  test('as it is, and spread, comes back as it came, and sharp takes it', async () => {
    const file = sharp(Buffer.from(picture.data), { raw: { width, height, channels: 3 } })
    const decoded = await file.raw().toBuffer({ resolveWithObject: true })
    const expected = inpaint(picture, mask)

    const whole = inpaint(decoded, mask)
    expect(whole.info).toBe(decoded.info)
    const { data, info } = whole
    expectSameImage({ ...info, data: new Uint8Array(data) }, expected, 'sharp, whole')
    const again = await sharp(data, { raw: info as sharp.Raw })
      .raw()
      .toBuffer()
    expect([...again]).toEqual([...expected.data])

    const spread = inpaint({ data: decoded.data, ...decoded.info }, mask)
    expect(spread).toMatchObject(decoded.info)
    expectSameImage({ ...spread, data: new Uint8Array(spread.data) }, expected, 'sharp, spread')
  })

  test('may hold any class of samples', () => {
    const image: SharpImage = {
      data: Uint16Array.from(picture.data, (value) => value * 257),
      info: { width, height, channels: 3 },
    }
    const result = inpaint(image, mask, 3, 'ns')
    const raw = inpaint({ data: image.data, width, height, channels: 3 }, mask, 3, 'ns')
    expectSameImage({ data: result.data, ...result.info }, raw, 'sharp, 16 bits')
  })
})

describe('an ndarray', () => {
  test('of any class, stride, offset and direction gives the samples of the raw image', () => {
    fc.assert(
      fc.property(
        anyDamaged({ channels: [1, 2, 3, 4, 5] }),
        anyMethod,
        fc.integer(),
        ({ image, mask }, method, layout) => {
          const array = scatter(image, createRandom(layout))
          const before = structuredClone({ ...array })
          const result = inpaint(array, mask, 3, method)
          expect(result.shape).toEqual(array.shape)
          expect(result.data.constructor).toBe(array.data.constructor)
          const raw = mapSamples(image, (_, i) => gathered(result)[i])
          expectSameImage(raw, inpaint(image, mask, 3, method), 'ndarray')
          expect({ ...array }).toEqual(before)
        },
      ),
      { seed: 70, numRuns: 120 },
    )
  })

  test('gives an ndarray, with its methods, and no gaps', () => {
    const array = ndarray(picture.data, [height, width, 3]).transpose(1, 0, 2)
    const result = inpaint(array, new Uint8Array(width * height))
    expect(result.constructor).toBe(array.constructor)
    expect(result.dtype).toBe('uint8')
    expect(result.stride).toEqual([3 * height, 3, 1])
    expect(result.get(5, 11, 2)).toBe(array.get(5, 11, 2))
    expect(result.pick(null, null, 0).shape).toEqual([width, height])
    expect(result.data).toHaveLength(array.size)
  })

  test('may be a plain object', () => {
    const array = {
      data: picture.data,
      shape: [height, width, 3],
      stride: [width * 3, 3, 1],
      offset: 0,
    }
    const result = inpaint(array, mask)
    expect(Object.keys(result).sort()).toEqual(['data', 'offset', 'shape', 'stride'])
    expectSameImage({ ...picture, data: result.data }, inpaint(picture, mask), 'plain ndarray')
    expect(array.shape).not.toBe(result.shape)
  })
})

describe('copyImage', () => {
  test.each(sampleClasses.map((Class) => [Class.name, Class] as const))(
    'reads %s, and copies it',
    (_, Class) => {
      const data: Samples = Class.from([1, 2, 3, 4, 5, 6])
      const { samples, type, ...sizes } = copyImage({ data, width: 3, height: 1 })
      expect(type).toBe(
        { Uint8ClampedArray: 'uint8' }[Class.name] ?? Class.name.replace('Array', '').toLowerCase(),
      )
      expect(sizes).toMatchObject({ width: 3, height: 1, channels: 2 })
      expect(samples).toEqual(data)
      expect(samples.buffer).not.toBe(data.buffer)
    },
  )

  test('the result lies over the samples', () => {
    for (const image of [
      { data: new Int16Array(6), width: 2, height: 3 },
      { data: new Int16Array(6), info: { width: 2, height: 3, channels: 1 } },
      ndarray(new Int16Array(6), [3, 2]),
    ] as Image[]) {
      const { samples, result } = copyImage(image)
      expect(result.data).toBe(samples)
    }
  })
})
