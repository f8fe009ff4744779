import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Fill, type Hole, inpaint } from '../src/index'
import { anyDamaged } from './support/arbitraries'
import { expectSameImage } from './support/expect-image'
import { masks } from './support/masks'
import { loadPicture, mapSamples } from './support/pictures'

const picture = await loadPicture('astronaut-96x96')
const { width, height } = picture

/** Each missing sample becomes the mean of the known samples in the square around it. */
const mean: Fill = ({ width, height, channels, missing, samples }, { radius }) => {
  const plane = width * height
  const filled: [at: number, value: number][] = []
  for (let c = 0; c < channels; c++) {
    for (const i of missing) {
      let sum = 0
      let count = 0
      const x = i % width
      const y = (i - x) / width
      for (let v = Math.max(y - radius, 0); v <= Math.min(y + radius, height - 1); v++) {
        for (let u = Math.max(x - radius, 0); u <= Math.min(x + radius, width - 1); u++) {
          const value = samples[c * plane + v * width + u]
          if (Number.isNaN(value)) continue
          sum += value
          count++
        }
      }
      filled.push([c * plane + i, count > 0 ? sum / count : 0])
    }
  }
  for (const [at, value] of filled) samples[at] = value
}

test('a function of one own fills holes, whatever the image and the mask', () => {
  fc.assert(
    fc.property(
      anyDamaged({ mostSide: 40 }),
      fc.integer({ min: 1, max: 5 }),
      ({ image, mask }, radius) => {
        const { width, height, channels } = image
        // The same over the whole image at once, in the image's own coordinates.
        const expected = mapSamples(image, (value, i) => {
          const pixel = Math.floor(i / channels)
          if (mask[pixel] === 0) return value
          let sum = 0
          let count = 0
          const x = pixel % width
          const y = Math.floor(pixel / width)
          for (let v = Math.max(y - radius, 0); v <= Math.min(y + radius, height - 1); v++) {
            for (let u = Math.max(x - radius, 0); u <= Math.min(x + radius, width - 1); u++) {
              if (mask[v * width + u] !== 0) continue
              sum += image.data[(v * width + u) * channels + (i % channels)]
              count++
            }
          }
          const filled = count > 0 ? sum / count : 0
          return Number.isInteger(image.data[0]) && isInteger(image.data)
            ? Math.round(filled)
            : filled
        })
        expectSameImage(inpaint(image, mask, radius, mean), expected, 'custom mean')
        expectSameImage(inpaint(image, mask, { radius, method: mean }), expected, 'custom mean')
      },
    ),
    { seed: 110, numRuns: 150 },
  )
  function isInteger(data: object): boolean {
    return !/^Float/.test(data.constructor.name)
  }
})

test('what it writes is rounded and clamped to integers, and kept for floats', () => {
  const values = [-7, 0.4, 0.5, 1.5, 254.7, 300, 1e9]
  const write: Fill = ({ missing, samples }) => {
    for (let n = 0; n < missing.length; n++) samples[missing[n]] = values[n]
  }
  const filled = (data: Uint8Array | Uint8ClampedArray | Uint16Array | Int16Array | Float64Array) =>
    [...inpaint({ data, width: 8, height: 1 }, [0, 1, 1, 1, 1, 1, 1, 1], 1, write).data].slice(1)
  expect(filled(new Uint8Array(8))).toEqual([0, 0, 1, 2, 255, 255, 255])
  expect(filled(new Uint8ClampedArray(8))).toEqual([0, 0, 1, 2, 255, 255, 255])
  expect(filled(new Uint16Array(8))).toEqual([0, 0, 1, 2, 255, 300, 65535])
  expect(filled(new Int16Array(8))).toEqual([-7, 0, 1, 2, 255, 300, 32767])
  expect(filled(new Float64Array(8))).toEqual(values)
})

describe('a hole', () => {
  /** Every sample says where it is from. */
  const coordinates = {
    data: new Float64Array(width * height * 2).map((_, i) =>
      i % 2 === 0 ? (i >> 1) % width : Math.floor((i >> 1) / width),
    ),
    width,
    height,
    channels: 2,
  }

  test.each(Object.entries(masks))('lies where it says, and shows what is near: %s', (_, draw) => {
    const mask = draw(width, height, 5)
    const radius = 3
    const seen = new Uint8Array(width * height)
    const look: Fill = (hole) => {
      const plane = hole.width * hole.height
      expect(hole.channels).toBe(2)
      expect(hole.type).toBe('float64')
      expect(hole.samples).toHaveLength(plane * 2)
      expect([...hole.missing]).toEqual([...hole.missing].sort((a, b) => a - b))
      const isMissing = new Set(hole.missing)
      for (let i = 0; i < plane; i++) {
        const x = (i % hole.width) + hole.x
        const y = Math.floor(i / hole.width) + hole.y
        const inside = x >= 0 && x < width && y >= 0 && y < height
        expect(inside).toBe(inImage(hole, i))
        if (isMissing.has(i)) {
          expect(mask[y * width + x]).toBe(255)
          seen[y * width + x]++
        }
        const isNear = inside && withinReach(mask, x, y, radius, hole)
        const known = isNear && mask[y * width + x] === 0
        // NaN outside the image, beyond reach, and in missing pixels; else the pixel itself.
        expect(hole.samples[i]).toBe(known ? x : NaN)
        expect(hole.samples[plane + i]).toBe(known ? y : NaN)
        expect(isMissing.has(i)).toBe(isNear && !known)
      }
      expect(pixelsNear(hole)).toBe(countNear(hole, mask, radius))
      for (const i of hole.missing) hole.samples[i] = hole.samples[plane + i] = 0
    }
    inpaint(coordinates, mask, radius, look)
    // Every missing pixel is in one hole, and in no second one.
    expect([...seen]).toEqual([...mask].map((value) => (value ? 1 : 0)))
  })

  test('has room for the whole disc around a missing pixel, past the edges of the image', () => {
    const mask = masks['borders and corners'](width, height, 2)
    inpaint(picture, mask, 7, ({ width, height, missing, samples }) => {
      for (const i of missing) {
        const x = i % width
        const y = Math.floor(i / width)
        expect(Math.min(x, y, width - 1 - x, height - 1 - y)).toBeGreaterThanOrEqual(7)
        for (let first = 0; first < samples.length; first += width * height) samples[first + i] = 1
      }
    })
  })

  test('may be scribbled over: only missing samples are taken', () => {
    const mask = masks.discs(width, height, 6)
    const result = inpaint(picture, mask, 4, ({ samples }) => {
      samples.fill(99)
    })
    const expected = mapSamples(picture, (value, i) => (mask[Math.floor(i / 3)] ? 99 : value))
    expectSameImage(result, expected, 'scribbled')
  })

  test('does not show what another hole was filled with', () => {
    // Two holes so near that their boxes overlap, but not so near that one reaches the other.
    const image = { data: new Float32Array(30 * 30).fill(5), width: 30, height: 30 }
    const mask = new Uint8Array(900)
    for (let x = 3; x < 20; x++) mask[5 * 30 + x] = 1
    for (let y = 5; y < 20; y++) mask[y * 30 + 3] = 1
    mask[12 * 30 + 12] = 1
    let holes = 0
    inpaint(image, mask, 2, ({ samples, missing }) => {
      holes++
      expect([...new Set(samples)].sort()).toEqual([5, NaN])
      for (const i of missing) samples[i] = 7
    })
    expect(holes).toBe(2)
  })

  test('comes with the rounded radius, all options, and a report that drives progress', () => {
    const told: number[] = []
    const onProgress = (fraction: number) => told.push(fraction)
    const mask = new Uint8Array(width * height).fill(1, 500, 540)
    let options: object = {}
    const slow: Fill = ({ samples, missing }, given) => {
      options = given
      for (let n = 0; n < missing.length; n++) given.report(n)
      samples.fill(0)
    }
    inpaint(picture, mask, 4.5, slow, { onProgress, maskThreshold: 0.5 })
    expect(options).toMatchObject({ radius: 4, maskThreshold: 0.5, report: expect.any(Function) })
    expect(told).toEqual([...Array.from({ length: 39 }, (_, n) => (n + 1) / 40), 1])
  })

  test('is left at once when a report finds the signal aborted', () => {
    const controller = new AbortController()
    const reason = new Error('stop')
    let reached = 0
    const slow: Fill = (_, { report }) => {
      reached = 1
      controller.abort(reason)
      report(1)
      reached = 2
    }
    const mask = new Uint8Array(width * height).fill(1, 500, 540)
    const call = () => inpaint(picture, mask, 3, slow, { signal: controller.signal })
    expect(call).toThrow(reason)
    expect(reached).toBe(1)
  })

  function inImage(hole: Hole, i: number): boolean {
    const x = (i % hole.width) + hole.x
    const y = Math.floor(i / hole.width) + hole.y
    return x >= 0 && x < width && y >= 0 && y < height
  }

  /** Whether a missing pixel of this very hole is so near that the hole may look here. */
  function withinReach(
    mask: Uint8Array,
    x: number,
    y: number,
    radius: number,
    hole: Hole,
  ): boolean {
    for (let v = Math.max(y - radius, 0); v <= Math.min(y + radius, height - 1); v++) {
      for (let u = Math.max(x - radius, 0); u <= Math.min(x + radius, width - 1); u++) {
        const i = (v - hole.y) * hole.width + u - hole.x
        const inCrop =
          u >= hole.x && u < hole.x + hole.width && v >= hole.y && v < hole.y + hole.height
        if (mask[v * width + u] !== 0 && inCrop && hole.missing.includes(i)) return true
      }
    }
    return false
  }

  /** The pixels of which the hole shows anything: known ones, and those it is to fill. */
  function pixelsNear({ width, height, samples, missing }: Hole): number {
    const known = samples.subarray(0, width * height).filter((value) => !Number.isNaN(value))
    return known.length + missing.length
  }

  function countNear(hole: Hole, mask: Uint8Array, radius: number): number {
    let pixels = 0
    for (let i = 0; i < hole.width * hole.height; i++) {
      const x = (i % hole.width) + hole.x
      const y = Math.floor(i / hole.width) + hole.y
      if (inImage(hole, i) && withinReach(mask, x, y, radius, hole)) pixels++
    }
    return pixels
  }
})

test('is not called where nothing is missing', () => {
  const result = inpaint(picture, new Uint8Array(width * height), 3, () => {
    throw new Error('called')
  })
  expectSameImage(result, picture, 'empty mask')
})
