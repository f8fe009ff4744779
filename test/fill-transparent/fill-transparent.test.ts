import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { harmonic } from '../../src/harmonic/index'
import { fillTransparent, type Samples } from '../../src/index'
import { anyDamaged, sampleClasses } from '../support/arbitraries'
import { expectSameImage } from '../support/expect-image'
import { mapSamples, type Raster } from '../support/pictures'
import { createRandom } from '../support/random'

/** Images with an alpha channel, 0 in places; at least one pixel is visible. */
const anySprite = anyDamaged({ channels: [2, 4] }).map(({ image, mask }) => {
  const { channels } = image
  return mapSamples(image, (value, i) => {
    if (i % channels !== channels - 1) return value
    return mask[Math.floor(i / channels)] === 0 ? 1 + Math.abs(value % 100) : 0
  })
})
const anyMethod = fc.constantFrom('nearest' as const, 'harmonic' as const)
const isVisible = ({ data, channels }: Raster, pixel: number): boolean =>
  data[pixel * channels + channels - 1] > 0

/** Every visible pixel, and what of the others is nearest: by looking at all of them. */
function nearestOf(image: Raster, pixel: number): { square: number; colours: string[] } {
  const { width, data, channels } = image
  let square = Infinity
  const colours: string[] = []
  for (let other = 0; other < data.length / channels; other++) {
    if (!isVisible(image, other)) continue
    const dx = (pixel % width) - (other % width)
    const dy = Math.floor(pixel / width) - Math.floor(other / width)
    const own = dx * dx + dy * dy
    if (own > square) continue
    if (own < square) colours.length = 0
    square = own
    colours.push(data.subarray(other * channels, other * channels + channels - 1).join())
  }
  return { square, colours }
}

describe('the result', () => {
  test('has alpha and the visible pixels as they were, bit for bit, and is of the same class and size', () => {
    fc.assert(
      fc.property(anySprite, anyMethod, (sprite, method) => {
        const before = sprite.data.slice()
        const result = fillTransparent(sprite, { method })
        expect(sprite.data).toEqual(before)
        expect(result.data.buffer).not.toBe(sprite.data.buffer)
        const { channels } = sprite
        const kept = mapSamples(result, (value, i) =>
          i % channels === channels - 1 || isVisible(sprite, Math.floor(i / channels))
            ? value
            : sprite.data[i],
        )
        expectSameImage(kept, sprite, 'what is visible')
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  test('does not depend on what was under the transparent pixels', () => {
    fc.assert(
      fc.property(anySprite, anyMethod, (sprite, method) => {
        const random = createRandom(1)
        const other = mapSamples(sprite, (value, i) => {
          const { channels } = sprite
          const kept = i % channels === channels - 1 || isVisible(sprite, Math.floor(i / channels))
          return kept ? value : random() * 255
        })
        expectSameImage(
          fillTransparent(other, { method }),
          fillTransparent(sprite, { method }),
          'x',
        )
      }),
      { seed: 2, numRuns: 100 },
    )
  })

  test('nearest: is the colour of a pixel at the least distance, as far as distance', () => {
    fc.assert(
      fc.property(anySprite, fc.constantFrom(1, 1.5, 2, 4.2, Infinity), (sprite, distance) => {
        const { channels } = sprite
        const { data } = fillTransparent(sprite, { distance })
        for (let pixel = 0; pixel < data.length / channels; pixel++) {
          if (isVisible(sprite, pixel)) continue
          const at = pixel * channels
          const { square, colours } = nearestOf(sprite, pixel)
          const own = sprite.data.subarray(at, at + channels - 1).join()
          const expected = square > distance * distance ? [own] : colours
          expect(expected).toContain(data.subarray(at, at + channels - 1).join())
        }
      }),
      { seed: 3, numRuns: 200 },
    )
  })

  test('harmonic: is that of `harmonic` on the colours, as far as distance', () => {
    fc.assert(
      fc.property(anySprite, fc.constantFrom(1.5, 3, Infinity), (sprite, distance) => {
        const { channels, width, height } = sprite
        const colours = sprite.data.filter((_, i) => i % channels !== channels - 1) as Samples
        const mask = Array.from({ length: width * height }, (_, p) => !isVisible(sprite, p))
        const filled = harmonic({ data: colours, width, height, channels: channels - 1 }, mask)
        const { data } = fillTransparent(sprite, { method: 'harmonic', distance })
        for (let pixel = 0; pixel < width * height; pixel++) {
          const far = nearestOf(sprite, pixel).square > distance * distance
          const at = pixel * (channels - 1)
          const from = far ? sprite.data.subarray(pixel * channels) : filled.data.subarray(at)
          const actual = data.subarray(pixel * channels, pixel * channels + channels - 1)
          expect([...actual]).toEqual([...from.subarray(0, channels - 1)])
        }
      }),
      { seed: 4, numRuns: 60 },
    )
  })

  test('above the threshold is visible, up to it is not', () => {
    const image = { data: new Uint8Array([9, 200, 50, 8, 70, 9]), width: 3, height: 1 }
    expect([...fillTransparent(image, { alphaThreshold: 8 }).data]).toEqual([9, 200, 9, 8, 70, 9])
    expect([...fillTransparent(image).data]).toEqual([...image.data])
  })

  test.each(sampleClasses)('a copy where nothing is visible, or all of it: %o', (Class) => {
    for (const method of ['nearest', 'harmonic'] as const) {
      for (const alpha of [0, 1]) {
        const image = { data: Class.from([3, alpha, 5, alpha]), width: 2, height: 1, channels: 2 }
        const result = fillTransparent(image, { method })
        expectSameImage(result, image, 'copy')
        expect(result.data).not.toBe(image.data)
      }
    }
  })

  test('an image comes back as the kind it was: a view with strides, samples with info', () => {
    const data = new Uint8Array([9, 7, 255, 9, 0, 0, 9, 3, 255])
    const view = { data, shape: [1, 3, 2], stride: [9, 3, 1], offset: 1 }
    const { data: filled, ...fields } = fillTransparent(view)
    expect([...filled]).toEqual([7, 255, 7, 0, 3, 255])
    expect(fields).toEqual({ shape: [1, 3, 2], stride: [6, 2, 1], offset: 0 })
    const info = { width: 2, height: 1, channels: 2, size: 4 }
    const bled = fillTransparent({ data: new Uint8Array([7, 255, 0, 0]), info })
    expect(bled).toEqual({ data: new Uint8Array([7, 255, 7, 0]), info })
  })

  test('a colour that is NaN is filled, alpha that is NaN counts as transparent', () => {
    const image = { data: new Float32Array([NaN, 1, 7, 1, 3, NaN]), width: 3, height: 1 }
    expect([...fillTransparent(image).data]).toEqual([7, 1, 7, 1, 7, NaN])
    expect([...fillTransparent(image, { method: 'harmonic' }).data]).toEqual([7, 1, 7, 1, 7, NaN])
  })
})

describe('what a caller is told', () => {
  test.each(['nearest', 'harmonic'] as const)(
    'progress grows and ends at 1, once: %s',
    (method) => {
      const random = createRandom(4)
      const data = Float64Array.from({ length: 128 * 128 * 2 }, (_, i) =>
        i % 2 === 0 ? random() : random() < 0.01 ? 1 : 0,
      )
      const fractions: number[] = []
      const onProgress = (fraction: number) => void fractions.push(fraction)
      fillTransparent({ data, width: 128, height: 128 }, { method, onProgress })
      expect(fractions.length).toBeGreaterThan(3)
      expect(fractions).toEqual([...new Set(fractions)].sort((a, b) => a - b))
      expect(fractions.at(-1)).toBe(1)
    },
  )

  test.each(['nearest', 'harmonic'] as const)(
    'an aborted signal throws its reason: %s',
    (method) => {
      const controller = new AbortController()
      const image = { data: new Uint8Array([1, 255, 0, 0]), width: 2, height: 1 }
      controller.abort(new Error('enough'))
      const call = () => fillTransparent(image, { method, signal: controller.signal })
      expect(call).toThrow('enough')
    },
  )

  const image = { data: new Uint8Array(8), width: 2, height: 1 }
  test.each<[unknown[], Error]>([
    [
      [{ data: new Uint8Array(6), width: 2, height: 1 }],
      new RangeError('image: expected 2 or 4 channels, the last of them alpha, got 3'),
    ],
    [
      ['sprite.png'],
      new TypeError(
        "image: expected { data, width, height }, { data, info } or an ndarray, got 'sprite.png'",
      ),
    ],
    [[image, 3], new TypeError('options: expected an object, got 3')],
    [
      [image, { radius: 3 }],
      new TypeError(
        "options: expected only method, distance, alphaThreshold, onProgress, signal, got 'radius'",
      ),
    ],
    [
      [image, { method: 'telea' }],
      new RangeError("method: expected 'nearest' or 'harmonic', got 'telea'"),
    ],
    [[image, { distance: 0 }], new RangeError('distance: expected a number from 1, got 0')],
    [[image, { distance: NaN }], new RangeError('distance: expected a number from 1, got NaN')],
    [[image, { distance: '3' }], new TypeError("distance: expected a number from 1, got '3'")],
    [
      [image, { alphaThreshold: -1 }],
      new RangeError('alphaThreshold: expected a number from 0, got -1'),
    ],
    [[image, { onProgress: 1 }], new TypeError('onProgress: expected a function, got 1')],
    [[image, { signal: true }], new TypeError('signal: expected an AbortSignal, got true')],
  ])('%j', (args, error) => {
    expect(() => (fillTransparent as (...args: unknown[]) => unknown)(...args)).toThrow(error)
  })
})
