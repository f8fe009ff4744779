import { copyImage } from '../../src/image/picture'
import type { Image, Mask } from '../../src/index'
import { countBits } from '../../src/mask/bitmap'
import { findRegions } from '../../src/mask/holes'
import { readMask } from '../../src/mask/mask'
import { cutPatch, outlinePatch, type Patch } from '../../src/patch'

/** The holes of an image as the methods see them, each with memory of its own. */
export function patchesOf(image: Image, mask: Mask, reach: number): Patch[] {
  const picture = copyImage(image)
  const missing = readMask(mask, picture, {})
  return findRegions(missing, reach).map((region) => {
    const outline = outlinePatch(region, picture.width, reach)
    const indices = new Int32Array(countBits(missing))
    return cutPatch(
      picture,
      missing,
      outline,
      indices,
      new Float64Array(outline.size * picture.channels),
    )
  })
}

/** The index in the image of each of a patch's pixels; -1 for numbers that are no pixel. */
export function imageIndices({ runs, size, imageWidth }: Patch): Int32Array {
  const indices = new Int32Array(size).fill(-1)
  for (let r = 0; r < runs.length; r += 4) {
    for (let x = runs[r + 1]; x < runs[r + 2]; x++) {
      indices[x + runs[r + 3]] = runs[r] * imageWidth + x
    }
  }
  return indices
}

/** A mask drawn in letters: `#` is missing. */
export function drawnMask(rows: readonly string[]): {
  data: Uint8Array
  width: number
  height: number
} {
  const data = Uint8Array.from(rows.join(''), (letter) => (letter === '#' ? 255 : 0))
  return { data, width: rows[0].length, height: rows.length }
}
