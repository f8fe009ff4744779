import { boxOf } from '../box-of'
import { locatePixels } from '../locate-pixels'
import { bitRuns, createBitmap, dilate, setBit } from '../mask/bitmap'
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
  const box = boxOf(runs, missing)
  const left = Math.max(box.left - reach, 0)
  const top = Math.max(box.top - reach, 0)
  const width = Math.min(box.right + 1 + reach, imageWidth) - left
  const height = Math.min(box.bottom + 1 + reach, imageHeight) - top

  const near = createBitmap(width, height)
  locatePixels(runs, missing, (_, x, y) => setBit(near, x - left, y - top))
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
    narrowed[n + 3] = runs[r + 3]
  }
  return { ...patch, runs: narrowed, missing }
}
