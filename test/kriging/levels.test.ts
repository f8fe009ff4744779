import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLevels, statesOf } from '../../src/kriging/levels'
import { markDeep } from '../../src/kriging/mark-deep'
import { ANCHOR, DEEP, KNOWN, MISSING } from '../../src/kriging/pixel-state'
import { imageIndices, patchesOf } from '../support/holes'
import { anyMask, masks } from '../support/masks'
import { createRandom } from '../support/random'

test('a coarse pixel is the mean of its known children, and missing where there is none', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer(),
      (width, height, reach, drawing) => {
        const random = createRandom(drawing)
        const data = Float64Array.from({ length: width * height * 2 }, () => random())
        const image = { data, width, height, channels: 2 }
        for (const patch of patchesOf(image, anyMask(random, width, height), reach)) {
          const levels = createLevels(patch, statesOf(patch))
          expect(levels[levels.length - 1].patch.missing.length).toBe(0)
          for (let l = 1; l < levels.length; l++) {
            const fine = levels[l - 1]
            const coarse = levels[l]
            const finePlaces = imageIndices(fine.patch)
            const coarsePlaces = imageIndices(coarse.patch)
            const children = new Map<number, number[]>()
            for (let i = 0; i < fine.patch.size; i++) {
              if (finePlaces[i] < 0) continue
              const x = finePlaces[i] % fine.patch.imageWidth
              const y = Math.floor(finePlaces[i] / fine.patch.imageWidth)
              const parent = fine.parent[i]
              expect(coarsePlaces[parent]).toBe((y >> 1) * coarse.patch.imageWidth + (x >> 1))
              children.set(parent, [...(children.get(parent) ?? []), i])
            }
            for (const [parent, all] of children) {
              const known = all.filter((i) => fine.state[i] === KNOWN)
              expect(coarse.state[parent]).toBe(known.length > 0 ? KNOWN : MISSING)
              expect(coarse.patch.missing.includes(parent)).toBe(known.length === 0)
              if (known.length === 0) continue
              for (const c of [0, 1]) {
                const sum = known.reduce(
                  (s, i) => s + fine.patch.samples[c * fine.patch.size + i],
                  0,
                )
                const mean = coarse.patch.samples[c * coarse.patch.size + parent]
                expect(mean).toBeCloseTo(sum / known.length, 12)
              }
            }
          }
        }
      },
    ),
    { seed: 3, numRuns: 100 },
  )
})

test('what is deeper than the limit is marked, and a ninth of it are anchors', () => {
  const side = 120
  const image = { data: new Uint8Array(side * side), width: side, height: side }
  const mask = masks['large square'](side, side, 1)
  // A stroke that ends in the square, 60 wide: thin, so no part of it is thick.
  for (let x = 0; x < 30; x++) mask[60 * side + x] = 1
  const [patch] = patchesOf(image, mask, 24)
  const [level] = createLevels(patch, statesOf(patch))
  const { deep, shallow, thick } = markDeep(level, 6)
  const count = (wanted: number): number => level.state.filter((s) => s === wanted).length
  // One pixel more where the stroke ends: it has no rim there.
  expect(deep.length).toBe(48 * 48 + 1)
  expect(count(DEEP) + count(ANCHOR)).toBe(deep.length)
  expect(count(ANCHOR) / deep.length).toBeCloseTo(1 / 9, 2)
  expect(count(MISSING)).toBe(shallow.length)
  expect([...deep, ...shallow].sort((a, b) => a - b)).toEqual([...patch.missing])
  // All of the square and the last pixels of the stroke.
  expect(thick.length).toBeGreaterThanOrEqual(60 * 60)
  expect(thick.length).toBeLessThan(60 * 60 + 6 * 11)
  const [other] = createLevels(patch, statesOf(patch))
  expect(markDeep(other, 60)).toEqual({
    deep: new Int32Array(0),
    shallow: patch.missing,
    thick: new Int32Array(0),
  })
})
