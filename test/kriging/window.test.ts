import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWindow } from '../../src/kriging/window'
import { imageIndices, patchesOf } from '../support/holes'
import { anyMask } from '../support/masks'
import { createRandom } from '../support/random'

const side = 16

test('shows every pixel of the patch where it is, and only pixels of the patch elsewhere', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 0, max: 6 }),
      fc.integer(),
      (width, height, reach, drawing) => {
        const random = createRandom(drawing)
        const image = { data: new Uint8Array(width * height), width, height }
        for (const patch of patchesOf(image, anyMask(random, width, height), reach)) {
          const places = imageIndices(patch)
          const numberAt = new Map([...places].map((place, number) => [place, number]))
          const window = createWindow(side)
          window.lookAt(patch.runs)
          // Around a missing pixel, as methods do: there is something of the patch to be seen.
          const middle = places[patch.missing[Math.floor(random() * patch.missing.length)]]
          const left = (middle % width) - Math.floor(random() * side)
          const top = Math.floor(middle / width) - Math.floor(random() * side)
          window.moveTo(left, top)
          for (let k = 0; k < side * side; k++) {
            const x = left + (k % side)
            const y = top + Math.floor(k / side)
            const isInImage = x >= 0 && y >= 0 && x < width && y < height
            const number = isInImage ? numberAt.get(y * width + x) : undefined
            expect(window.inside[k]).toBe(number === undefined ? 0 : 1)
            if (number !== undefined) expect(window.numbers[k]).toBe(number)
            expect(places[window.numbers[k]]).toBeGreaterThanOrEqual(0)
          }
        }
      },
    ),
    { seed: 2, numRuns: 200 },
  )
})

test('mirrors at the edges of the image', () => {
  const image = { data: new Uint8Array(20 * 20), width: 20, height: 20 }
  const mask = image.data.map((_, i) => (i === 0 ? 1 : 0))
  const [patch] = patchesOf(image, mask, 30)
  const window = createWindow(side)
  window.lookAt(patch.runs)
  window.moveTo(-3, -5)
  const places = imageIndices(patch)
  const shown = (x: number, y: number): number => places[window.numbers[(y + 5) * side + x + 3]]
  expect(shown(-1, 0)).toBe(shown(0, 0))
  expect(shown(-3, 4)).toBe(shown(2, 4))
  expect(shown(4, -5)).toBe(shown(4, 4))
  expect(shown(-2, -1)).toBe(shown(1, 0))
})
