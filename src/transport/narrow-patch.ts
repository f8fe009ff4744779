import { locatePixels } from '../locate-pixels'
import { bitRuns, createBitmap, dilate } from '../mask/bitmap'
import type { Patch } from '../patch'

/**
 * A patch with only some of its pixels missing, and only what lies within reach of those: the same
 * samples under the same numbers, but shorter runs.
 *
 * @param missing Sorted numbers of pixels that are missing in the patch, at least one.
 * @param reach No more than the patch's own.
 */
export function narrowPatch(patch: Patch, missing: Int32Array, reach: number): Patch {
  const { runs, imageWidth, imageHeight } = patch
  const places = placesOf(runs, missing)
  let left = imageWidth
  let right = 0
  for (let p = 1; p < places.length; p += 2) {
    left = Math.min(left, places[p])
    right = Math.max(right, places[p] + 1)
  }
  left = Math.max(left - reach, 0)
  const width = Math.min(right + reach, imageWidth) - left
  const top = Math.max(places[0] - reach, 0)
  const height = Math.min(places[places.length - 2] + 1 + reach, imageHeight) - top

  const near = createBitmap(width, height)
  for (let p = 0; p < places.length; p += 2) {
    const x = places[p + 1] - left
    near.words[(places[p] - top) * near.stride + (x >> 5)] |= 1 << (x & 31)
  }
  const triples = bitRuns(dilate(near, reach))
  const narrowed = new Int32Array((triples.length / 3) * 4)
  for (let t = 0, n = 0, r = 0; t < triples.length; t += 3, n += 4) {
    const y = triples[t] + top
    const start = triples[t + 1] + left
    // Whatever is within reach of a missing pixel lies in a run of the patch, next to others in it.
    while (runs[r] < y || runs[r + 2] <= start) r += 4
    narrowed[n] = y
    narrowed[n + 1] = start
    narrowed[n + 2] = triples[t + 2] + left
    narrowed[n + 3] = runs[r + 3] + start - runs[r + 1]
  }
  return { ...patch, runs: narrowed, missing }
}

/** Row and column of each pixel, one pair after another. */
function placesOf(runs: Int32Array, pixels: Int32Array): Int32Array {
  const places = new Int32Array(2 * pixels.length)
  locatePixels(runs, pixels, (_, x, y, n) => {
    places[2 * n] = y
    places[2 * n + 1] = x
  })
  return places
}
