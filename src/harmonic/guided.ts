import { partedPoisson } from '../elliptic/parted-poisson'
import { poissonEquation } from '../elliptic/poisson'
import { diffusionGuide } from '../guide/diffusion'
import { fillNearHints } from '../guide/fill-near-hints'
import type { GuideOptions } from '../guide/guide'
import type { Method } from '../method'
import { harmonic } from './method'

/** Laplace's equation, which lines and edges part, and colours pull. */
export const guidedHarmonic: Method<GuideOptions> = {
  ...harmonic,
  fill(patch, options) {
    const cuts = options.guidance?.cuts
    const equation = cuts ? partedPoisson(patch, cuts) : poissonEquation(patch)
    fillNearHints(patch, equation, options)
  },
  guide: diffusionGuide('lines', 'colors', 'edges'),
}
