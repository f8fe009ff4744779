import { depthsOf } from './depths'
import { latticeOf } from './elliptic/lattice'
import type { Picture } from './image/picture'
import { locatePixels } from './locate-pixels'
import { type Bitmap, bitAt } from './mask/bitmap'
import type { AnyPatch } from './patch'
import type { SeamOptions } from './seam'

/**
 * Mixes a filled patch with what the picture holds, before it is pasted, where the mask itself marks
 * nothing: a pixel `d` steps outside the mask, corners counting as one step, keeps the share
 * `(dilate + 1 - d) / (feather + 1)` of its filling, and no more than all of it.
 *
 * @param marked The missing pixels before they were grown by `dilate`.
 */
export function blendSeam(
  picture: Picture,
  marked: Bitmap,
  patch: AnyPatch,
  { dilate, feather }: Required<SeamOptions>,
): void {
  const { runs, size, missing, samples } = patch
  const { samples: known, channels, width } = picture
  const steps = stepsFromMask(marked, patch)
  locatePixels(runs, missing, (i, x, y) => {
    if (steps[i] <= dilate - feather) return
    const share = (dilate + 1 - steps[i]) / (feather + 1)
    for (let c = 0; c < channels; c++) {
      const before = known[(y * width + x) * channels + c]
      samples[c * size + i] = before + share * (samples[c * size + i] - before)
    }
  })
}

/** How far each missing pixel of a patch is from the nearest one that is marked. */
function stepsFromMask(marked: Bitmap, patch: AnyPatch): Float64Array {
  const lattice = latticeOf(patch)
  // Known pixels are none to start from.
  const kind = new Int8Array(patch.size)
  const unmarked: number[] = []
  locatePixels(patch.runs, patch.missing, (i, x, y) => {
    kind[i] = 1
    if (bitAt(marked, x, y) === 0) unmarked.push(i)
  })
  return depthsOf({ ...lattice, kind }, Int32Array.from(unmarked), 1)
}
