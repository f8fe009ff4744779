import { partedPoisson } from '../elliptic/parted-poisson'
import type { ColorGuidance } from '../exemplar/guidance'
import type { Picture } from '../image/picture'
import { type Bitmap, countBits } from '../mask/bitmap'
import { findRegions } from '../mask/holes'
import { cutPatch, outlinePatch } from '../patch'
import { cutLinks } from './cut-links'
import { cutHints } from './diffusion'
import { fillNearHints } from './fill-near-hints'
import type { CheckedGuide } from './read-guide'

/**
 * Fills color planes with what a diffusion makes of the holes that does not cross the edges: so a
 * completion knows which tones belong on which side, where edges themselves say only that there are
 * sides.
 *
 * @param guide Its edges part; its colours are soft data.
 */
export function sketchBetweenEdges(
  picture: Picture,
  missing: Bitmap,
  guide: CheckedGuide,
  { samples, weight }: ColorGuidance,
): void {
  const { width, height, channels } = picture
  const pixels = width * height
  const indices = new Int32Array(countBits(missing))
  for (const region of findRegions(missing, 1)) {
    const outline = outlinePatch(region, width, 1)
    const planes = new Float64Array(outline.size * channels)
    const patch = cutPatch(picture, missing, outline, indices, planes)
    const hints = guide.colors && cutHints(patch, guide.colors)
    const equation = partedPoisson(patch, cutLinks(patch, guide))
    fillNearHints(patch, equation, { radius: 1, report: () => {}, guidance: { hints } })
    const { runs, size } = patch
    for (let r = 0, n = 0; r < runs.length; r += 4) {
      const end = runs[r + 2] + runs[r + 3]
      const shift = runs[r] * width - runs[r + 3]
      for (; patch.missing[n] < end; n++) {
        const i = patch.missing[n]
        weight[i + shift] = sketchWeight
        for (let c = 0; c < channels; c++) {
          samples[c * pixels + i + shift] = patch.samples[c * size + i]
        }
      }
    }
  }
}

/** Measured on holes in photographs, with their true edges: 0.1 leaves some astray, 1 flattens textures. */
const sketchWeight = 0.4
