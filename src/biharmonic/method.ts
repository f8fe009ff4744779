import { fillBySolving } from '../elliptic/fill'
import { diffusionGuide } from '../guide/diffusion'
import type { GuideOptions } from '../guide/guide'
import type { Method } from '../method'
import { biharmonicEquation } from './equation'

/** The biharmonic equation in each hole. */
export const biharmonic: Method<GuideOptions> = {
  fill: (patch, options) => fillBySolving(patch, biharmonicEquation(patch), options),
  // Of the known pixels, only those two steps from missing ones are read, whatever the radius.
  reach: () => 2,
  guide: diffusionGuide('colors'),
}
