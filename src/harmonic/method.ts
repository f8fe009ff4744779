import { fillBySolving } from '../elliptic/fill'
import { poissonEquation } from '../elliptic/poisson'
import type { Method } from '../method'

/** Laplace's equation in each hole. */
export const harmonic: Method = {
  fill: (patch, options) => fillBySolving(patch, poissonEquation(patch), options),
  // Of the known pixels, only the direct neighbours of missing ones are read, whatever the radius.
  reach: () => 1,
}
