import { describe, expect, test } from 'vitest'
import { harmonic } from '../../src/harmonic/index'
import { navierStokes } from '../../src/navier-stokes/index'
import { discs, largeSquare, scratches, text } from '../support/masks'
import { loadPicture, mapSamples, type Raster } from '../support/pictures'
import { difference } from './scenes'

const astronaut = await loadPicture('astronaut-96x96')
const photo: Raster<Float64Array> = { ...astronaut, data: Float64Array.from(astronaut.data) }
const { width, height } = photo

/** The picture after so many turns, however little the last one changed. */
const after = (mask: Uint8Array, iterations: number): Raster<Float64Array> =>
  navierStokes(photo, mask, { iterations, tolerance: 0 })

describe.each(Object.entries({ text, scratches, discs, largeSquare }))('%s', (_name, draw) => {
  const mask = draw(width, height, 3)
  const turns = Array.from({ length: 26 }, (_, n) => after(mask, n))
  const changes = turns.slice(1).map((turn, n) => difference(turn, turns[n], mask))

  test('turns change less and less, down to nothing', () => {
    // A single turn may change more than the one before, where a new direction has prevailed; of
    // any three turns in a row the greatest change is well below that of the three before.
    const most = (from: number): number => Math.max(...changes.slice(from, from + 3))
    for (let n = 3; n < 18; n++) expect(most(n)).toBeLessThan(0.8 * most(n - 3))
    expect(changes[1]).toBeLessThan(changes[0])
    expect(changes[15]).toBeLessThan(changes[0] / 500)
  })

  test('it stops after the first turn that changes less than the tolerance', () => {
    const known = [...photo.data].filter((_, i) => mask[Math.floor(i / 3)] === 0)
    const range = Math.max(...known) - Math.min(...known)
    for (const tolerance of [1e-2, 1e-3, 5e-4]) {
      const turn = changes.findIndex((change) => change < tolerance * range) + 1
      expect(turn).toBeGreaterThan(1)
      const stopped = navierStokes(photo, mask, { tolerance })
      // Not to the last bit: the range near the hole is that of the whole picture here, or less.
      expect(difference(stopped, turns[turn], mask)).toBeLessThan(1.5 * changes[turn - 1])
    }
  })

  // In grey levels; not exactly, because the directions are kept before all has settled.
  test('where it ends hardly depends on the order of the pixels', () => {
    const settle = { iterations: 60, tolerance: 1e-7 }
    const expected = navierStokes(photo, mask, settle)
    const mirrored = (image: Raster<Float64Array>): Raster<Float64Array> =>
      mapSamples(image, (_, i) => {
        const x = Math.floor(i / 3) % width
        return image.data[i + (width - 1 - 2 * x) * 3]
      })
    const mirroredMask = mask.map((_, i) => mask[i + width - 1 - 2 * (i % width)])
    const actual = mirrored(navierStokes(mirrored(photo), mirroredMask, settle))
    expect(difference(actual, expected, mask)).toBeLessThan(0.6)
  })
})

test('no turn at all is the harmonic fill', () => {
  const mask = text(width, height, 3)
  expect(difference(after(mask, 0), harmonic(photo, mask), mask)).toBeLessThan(1e-3)
})
