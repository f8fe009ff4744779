import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitBlocks } from '../../src/kriging/blocks'
import { imageIndices, patchesOf } from '../support/holes'
import { anyMask } from '../support/masks'
import { createRandom } from '../support/random'

test('visits each square that holds missing pixels once, row by row', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 17 }),
      fc.integer(),
      (width, height, step, drawing) => {
        const image = { data: new Uint8Array(width * height), width, height }
        for (const patch of patchesOf(image, anyMask(createRandom(drawing), width, height), 3)) {
          const places = imageIndices(patch)
          const expected = new Set(
            [...patch.missing].map((i) => {
              const left = (places[i] % width) - ((places[i] % width) % step)
              const y = Math.floor(places[i] / width)
              return `${y - (y % step)} ${left}`
            }),
          )
          const visited: string[] = []
          let last = 0
          visitBlocks(patch, step, (left, top, behind) => {
            visited.push(`${top} ${left}`)
            expect(behind).toBeGreaterThanOrEqual(last)
            expect(behind).toBeLessThan(patch.missing.length)
            last = behind
          })
          expect(new Set(visited)).toEqual(expected)
          expect(visited.length).toBe(expected.size)
        }
      },
    ),
    { seed: 4, numRuns: 200 },
  )
})
