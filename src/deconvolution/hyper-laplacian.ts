import { checkNumber } from '../image/check'
import type { Method } from './method'
import { checkObjective, splittingSolver } from './splitting'
import type { TotalVariationOptions } from './total-variation'

/** The options of `'hyper-laplacian'`. */
export interface HyperLaplacianOptions extends TotalVariationOptions {
  /**
   * The power of a slope that counts, 0.5 to 1, default 0.8. Natural pictures have 0.5 to 0.8; less
   * makes edges harder, and 1 is total variation.
   */
  readonly exponent?: number
}

/**
 * The hyper-Laplacian prior: as total variation, but with the statistics of natural pictures, whose
 * slopes are mostly tiny and now and then large.
 *
 * `min ||Hx - y||^2 / 2 + balance contrast^(2 - exponent) sum |grad x|^exponent`
 *
 * @see D. Krishnan, R. Fergus, "Fast Image Deconvolution using Hyper-Laplacian Priors", NIPS 2009
 */
export const hyperLaplacian: Method<HyperLaplacianOptions> = {
  boundary: 'free',
  needsContrast: true,
  optionNames: ['noise', 'balance', 'iterations', 'exponent'],
  check(options) {
    checkObjective(options)
    checkNumber('exponent', options.exponent ?? 1, 0.5, 1)
  },
  prepare: (scene, { noise, balance, iterations = 100, exponent = 0.8 }) =>
    splittingSolver(scene, { exponent, noise, balance, iterations }),
}
