import type { Picture } from '../image/picture'
import type { Patch } from '../patch'
import { cutLinks } from './cut-links'
import type { GuideOptions, GuidePart } from './guide'
import type { PatchGuidance, PatchHints } from './patch-guidance'
import type { Hints } from './read-colors'
import { type CheckedGuide, readGuide } from './read-guide'

/** How methods that solve an equation are guided: for each patch anew. */
export function diffusionGuide(...parts: GuidePart[]) {
  return (guide: NonNullable<GuideOptions['guide']>, picture: Picture) => {
    const checked = readGuide(guide, parts, picture)
    return (patch: Patch): PatchGuidance => ({
      cuts: hasBorders(checked) ? cutLinks(patch, checked) : undefined,
      hints: checked.colors ? cutHints(patch, checked.colors) : undefined,
    })
  }
}

function hasBorders({ lines, edges }: CheckedGuide): boolean {
  return lines !== undefined || edges !== undefined
}

/** Colours for the missing pixels of a patch. */
export function cutHints({ runs, size, channels, missing }: Patch, hints: Hints): PatchHints {
  const samples = new Float64Array(size * channels)
  const weights = new Float64Array(size)
  for (let r = 0, n = 0; r < runs.length; r += 4) {
    const end = runs[r + 2] + runs[r + 3]
    const shift = -runs[r + 3]
    for (; missing[n] < end; n++) {
      const i = missing[n]
      weights[i] = hints.weightAt(i + shift, runs[r])
      if (weights[i] === 0) continue
      for (let c = 0; c < channels; c++) {
        samples[c * size + i] = hints.sampleAt(i + shift, runs[r], c)
      }
    }
  }
  return { samples, weights }
}
