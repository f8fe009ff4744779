import { cutHole, type Hole } from '../../src/hole'
import { copyImage } from '../../src/image/picture'
import type { Image, Mask } from '../../src/index'
import { countBits } from '../../src/mask/bitmap'
import { findRegions } from '../../src/mask/holes'
import { readMask } from '../../src/mask/mask'

/** The holes of an image as the methods see them, each with memory of its own. */
export function holesOf(image: Image, mask: Mask, reach: number): Hole[] {
  const picture = copyImage(image)
  const missing = readMask(mask, picture, {})
  const regions = findRegions(missing, reach)
  return regions.map((region) =>
    cutHole(
      picture,
      missing,
      region,
      new Int32Array(countBits(missing)),
      new Float64Array(region.width * region.height * picture.channels),
    ),
  )
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
