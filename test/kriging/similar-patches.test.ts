import { expect, test } from 'vitest'
import { createSimilarPatches, patchArea, patchSide } from '../../src/kriging/similar-patches'
import { createRandom } from '../support/random'

const side = 40
const reach = 9
const origin = 17 * side + 16

test.each([1, 2] as const)('finds the most similar ones, looking at every %i. place', (every) => {
  const random = createRandom(5)
  const grey = Float64Array.from({ length: side * side }, () => random() * 255)
  const { find, origins, pixels } = createSimilarPatches(side, reach, 7)
  const weights = Float64Array.from(pixels, (_, k) => (k % 3 === 0 ? 0.4 : 1))
  expect(new Set(pixels).size).toBe(patchArea)

  const candidates: { place: number; difference: number }[] = []
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const isLookedAt = every === 1 || (dx + dy) % 2 === 0
      if (!isLookedAt || (dx === 0 && dy === 0)) continue
      const place = origin + dy * side + dx
      let difference = 0
      pixels.forEach((pixel, k) => {
        difference += weights[k] * (grey[origin + pixel] - grey[place + pixel]) ** 2
      })
      candidates.push({ place, difference })
    }
  }
  candidates.sort((a, b) => a.difference - b.difference)

  expect(find(grey, origin, weights, every)).toBe(7)
  expect([...origins]).toEqual(candidates.slice(0, 7).map(({ place }) => place))
})

test('a patch is a square', () => {
  const { pixels } = createSimilarPatches(side, reach, 1)
  const places = [...pixels].sort((a, b) => a - b)
  const square = Array.from({ length: patchArea }, (_, k) => {
    return Math.floor(k / patchSide) * side + (k % patchSide)
  })
  expect(places).toEqual(square)
})
