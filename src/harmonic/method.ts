import { fillBySolving } from '../elliptic/fill'
import { partedPoisson } from '../elliptic/parted-poisson'
import { poissonEquation } from '../elliptic/poisson'
import { diffusionGuide } from '../guide/diffusion'
import type { GuideOptions } from '../guide/guide'
import type { Method } from '../method'

/** Laplace's equation in each hole. */
export const harmonic: Method<GuideOptions> = {
  fill(patch, options) {
    const cuts = options.guidance?.cuts
    fillBySolving(patch, cuts ? partedPoisson(patch, cuts) : poissonEquation(patch), options)
  },
  // Of the known pixels, only the direct neighbours of missing ones are read, whatever the radius.
  reach: () => 1,
  guide: diffusionGuide('lines', 'colors', 'edges'),
}
