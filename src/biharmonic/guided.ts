import { diffusionGuide } from '../guide/diffusion'
import { fillNearHints } from '../guide/fill-near-hints'
import type { GuideOptions } from '../guide/guide'
import type { Method } from '../method'
import { biharmonicEquation } from './equation'
import { biharmonic } from './method'

/** The biharmonic equation, pulled by the guide's colours. */
export const guidedBiharmonic: Method<GuideOptions> = {
  ...biharmonic,
  fill: (patch, options) => fillNearHints(patch, biharmonicEquation(patch), options),
  guide: diffusionGuide('colors'),
}
