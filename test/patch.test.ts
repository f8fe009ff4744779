import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyImage } from '../src/image/picture'
import { pastePatch } from '../src/patch'
import { anyDamaged } from './support/arbitraries'
import { imageIndices, patchesOf } from './support/holes'

// A patch numbers its pixels so that kernels can walk to a neighbour without knowing where it lies.

const anyReach = fc.integer({ min: 2, max: 8 })
const runs = (seed: number) => ({ seed, numRuns: 200 })

test('around a missing pixel, numbers run as the image does, and past its edge are no pixel', () => {
  fc.assert(
    fc.property(anyDamaged({ mostSide: 40 }), anyReach, ({ image, mask }, reach) => {
      const { width } = image
      for (const patch of patchesOf(image, mask, reach)) {
        const pixels = imageIndices(patch)
        for (const p of patch.missing) {
          const x = pixels[p] % width
          for (let d = -reach; d <= reach; d++) {
            const inside = x + d >= 0 && x + d < width
            expect(pixels[p + d] ?? -1).toBe(inside ? pixels[p] + d : -1)
          }
        }
      }
    }),
    runs(130),
  )
})

test('pixels beside each other in the patch are beside each other in the image', () => {
  fc.assert(
    fc.property(anyDamaged({ mostSide: 40 }), anyReach, ({ image, mask }, reach) => {
      for (const patch of patchesOf(image, mask, reach)) {
        const pixels = imageIndices(patch)
        expect(pixels[0]).toBe(-1)
        for (let i = 1; i < patch.size; i++) {
          if (pixels[i] < 0 || pixels[i - 1] < 0) continue
          expect(pixels[i]).toBe(pixels[i - 1] + 1)
          expect(pixels[i] % image.width).toBeGreaterThan(0)
        }
      }
    }),
    runs(131),
  )
})

test('a missing pixel belongs to one patch, and pasting writes it alone', () => {
  fc.assert(
    fc.property(anyDamaged({ mostSide: 40 }), anyReach, ({ image, mask }, reach) => {
      const picture = copyImage(image)
      const before = picture.samples.slice()
      for (const patch of patchesOf(image, mask, reach)) {
        const pixels = imageIndices(patch)
        for (const p of patch.missing) {
          for (let c = 0; c < patch.channels; c++) patch.samples[c * patch.size + p] = 1 + c
          expect(mask[pixels[p]]).not.toBe(0)
        }
        pastePatch(picture, patch)
      }
      const expected = before.map((value, i) =>
        mask[Math.floor(i / picture.channels)] === 0 ? value : 1 + (i % picture.channels),
      )
      expect(picture.samples).toEqual(expected)
    }),
    runs(132),
  )
})
