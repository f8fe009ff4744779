import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bitmap, bitRuns, countBits, createBitmap, dilate } from '../../src/mask/bitmap'
import { anyMask } from '../support/masks'
import { createRandom } from '../support/random'

// Every operation against the same one done pixel by pixel. Widths go past two words of 32 pixels.

const anyBits = fc
  .record({
    width: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constantFrom(31, 32, 33, 63, 64, 65)),
    height: fc.integer({ min: 1, max: 20 }),
    drawing: fc.integer(),
  })
  .map(({ width, height, drawing }) => {
    const random = createRandom(drawing)
    // One in four all set: a run without an end, and no bit to stop a shift.
    const full = random() < 0.25
    const pixels = full ? new Uint8Array(width * height).fill(1) : anyMask(random, width, height)
    return { width, height, pixels: pixels.map((value) => (value ? 1 : 0)) }
  })
const runs = (seed: number) => ({ seed, numRuns: 300 })

function bitmapOf({ width, height, pixels }: Pixels): Bitmap {
  const bitmap = createBitmap(width, height)
  pixels.forEach((value, i) => {
    const x = i % width
    const y = Math.floor(i / width)
    if (value) bitmap.words[y * bitmap.stride + (x >> 5)] |= 1 << (x & 31)
  })
  return bitmap
}

interface Pixels {
  width: number
  height: number
  pixels: Uint8Array
}

function pixelsOf({ width, height, stride, words }: Bitmap): Uint8Array {
  return new Uint8Array(width * height).map((_, i) => {
    const x = i % width
    return (words[Math.floor(i / width) * stride + (x >> 5)] >>> (x & 31)) & 1
  })
}

/** Bits past the right edge are always 0: everything here relies on it. */
function bitsPastTheEdge({ width, stride, words }: Bitmap): number {
  if (width % 32 === 0) return 0
  let bits = 0
  for (let last = stride - 1; last < words.length; last += stride)
    bits |= words[last] >>> (width % 32)
  return bits
}

test('countBits counts', () => {
  fc.assert(
    fc.property(anyBits, (bits) => {
      expect(countBits(bitmapOf(bits))).toBe(bits.pixels.reduce((sum, value) => sum + value, 0))
    }),
    runs(90),
  )
})

describe('bitRuns', () => {
  test('lists runs that are as long as they can be, row by row', () => {
    fc.assert(
      fc.property(anyBits, (bits) => {
        expect([...bitRuns(bitmapOf(bits))]).toEqual(runsOf(bits))
      }),
      runs(92),
    )
  })

  test('by hand', () => {
    const pixels = Uint8Array.of(0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1)
    const expected = [
      [0, 1, 3],
      [0, 4, 5],
      [2, 0, 5],
    ]
    expect([...bitRuns(bitmapOf({ width: 5, height: 3, pixels }))]).toEqual(expected.flat())
  })

  test('more of them than there was room for at first', () => {
    const bits = { width: 90, height: 7, pixels: new Uint8Array(630).map((_, i) => i & 1) }
    expect([...bitRuns(bitmapOf(bits))]).toEqual(runsOf(bits))
    expect(runsOf(bits)).toHaveLength(3 * 315)
  })

  function runsOf({ width, height, pixels }: Pixels): number[] {
    const found: number[] = []
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (!pixels[y * width + x]) continue
        const start = x
        while (x < width && pixels[y * width + x]) x++
        found.push(y, start, x)
      }
    }
    return found
  }
})

describe('dilate', () => {
  test('sets whatever is within reach of a set bit, along both axes', () => {
    fc.assert(
      fc.property(
        anyBits,
        fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 13, max: 130 })),
        (bits, radius) => {
          const bitmap = bitmapOf(bits)
          const before = bitmap.words.slice()
          const grown = dilate(bitmap, radius)
          expect(pixelsOf(grown)).toEqual(dilated(bits, radius))
          expect(bitsPastTheEdge(grown)).toBe(0)
          expect(bitmap.words).toEqual(before)
        },
      ),
      runs(94),
    )
  })

  /** The plainest way there is: for every set pixel, its square. */
  function dilated({ width, height, pixels }: Pixels, radius: number): Uint8Array {
    const grown = new Uint8Array(pixels.length)
    pixels.forEach((value, i) => {
      if (!value) return
      const x = i % width
      const y = Math.floor(i / width)
      for (let to = Math.max(y - radius, 0); to <= Math.min(y + radius, height - 1); to++) {
        const left = to * width + Math.max(x - radius, 0)
        grown.fill(1, left, to * width + Math.min(x + radius, width - 1) + 1)
      }
    })
    return grown
  }
})
