import type { Method } from './method'
import { checkObjective, splittingSolver } from './splitting'

/** The options of `'total-variation'`. */
export interface TotalVariationOptions {
  /** The noise's standard deviation, in the picture's units; default: estimated. More is smoother. */
  readonly noise?: number
  /**
   * How much variation counts against misfit, from 0, instead of `noise`: about `1.3 (noise /
   * contrast)^2`, the contrast being the standard deviation of the picture's samples; so it is the
   * same for samples of any range. More is smoother.
   */
  readonly balance?: number
  /** At most, 1 to 10000, default 100; it stops as soon as nothing changes that could be seen. */
  readonly iterations?: number
}

/**
 * Total variation: of all pictures that explain the one that came, as far as its noise allows, that
 * with the least sum of slopes. Edges stay sharp, noise goes, fine texture may.
 *
 * `min ||Hx - y||^2 / 2 + balance contrast sum |grad x|`
 *
 * @see L. I. Rudin, S. Osher, E. Fatemi, "Nonlinear total variation based noise removal algorithms",
 * Physica D 60, 1992, doi:10.1016/0167-2789(92)90242-F
 */
export const totalVariation: Method<TotalVariationOptions> = {
  boundary: 'free',
  needsContrast: true,
  optionNames: ['noise', 'balance', 'iterations'],
  check: checkObjective,
  prepare: (scene, { noise, balance, iterations = 100 }) =>
    splittingSolver(scene, { exponent: 1, noise, balance, iterations }),
}
