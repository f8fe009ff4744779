import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carryVorticity } from '../../src/transport/carry-vorticity'
import { narrowPatch } from '../../src/transport/narrow-patch'
import { imageIndices, patchesOf } from '../support/holes'
import { anyMask } from '../support/masks'
import { createRandom } from '../support/random'

test('keeps the pixels within reach of those chosen, under their numbers', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer(),
      (width, height, reach, drawing) => {
        const random = createRandom(drawing)
        const image = { data: new Uint8Array(width * height), width, height }
        for (const patch of patchesOf(image, anyMask(random, width, height), reach + 2)) {
          const chosen = patch.missing.filter(() => random() < 0.2)
          if (chosen.length === 0) continue
          const narrow = narrowPatch(patch, chosen, reach)
          const places = imageIndices(patch)
          const near = places.map((place) => {
            const isNear = [...chosen].some((i) => {
              const dx = (place % width) - (places[i] % width)
              const dy = Math.floor(place / width) - Math.floor(places[i] / width)
              return Math.max(Math.abs(dx), Math.abs(dy)) <= reach
            })
            return place >= 0 && isNear ? place : -1
          })
          expect([...imageIndices(narrow)]).toEqual([...near])
          expect(narrow.missing).toBe(chosen)
          expect(narrow.samples).toBe(patch.samples)
        }
      },
    ),
    { seed: 4, numRuns: 60 },
  )
})

test('is filled as a patch of its own would be', () => {
  const side = 64
  const data = Uint8Array.from(
    { length: side * side },
    (_, i) => (i % 64 < 30 ? 50 : 180) + (i % 7),
  )
  const image = { data, width: side, height: side }
  const isHole = (i: number): boolean => Math.hypot((i % side) - 30, Math.floor(i / side) - 30) < 7
  const mask = data.map((_, i) => (isHole(i) ? 1 : 0))
  const [own] = patchesOf(image, mask, 16)
  const [wide] = patchesOf(image, mask, 30)
  const turns = { iterations: 40, tolerance: 0.002, turnsWithNewDirections: 12 }
  const transport = { viscosity: 0, ...turns, poissonTolerance: 1e-3 }
  carryVorticity(own, transport, () => {})
  carryVorticity(narrowPatch(wide, wide.missing, 16), transport, () => {})
  const filled = (patch: typeof own): number[] => [...patch.missing].map((i) => patch.samples[i])
  expect(filled(wide)).toEqual(filled(own))
})
