import { checkNumber } from '../image/check'
import type { Method } from './method'
import { quadraticSolver } from './quadratic'

/** The options of `'inverse'`. */
export interface InverseOptions {
  /**
   * Frequencies the blur left less than this of are held back: 1e-6 to 1, default 0.1. Less is
   * sharper and noisier.
   */
  readonly threshold?: number
}

/**
 * The inverse filter: each frequency divided by its gain, and where the gain is below the threshold,
 * the less restored the smaller it is. It knows nothing of pictures; for comparison.
 *
 * `X = conj(H) Y / max(|H|^2, threshold^2)`
 */
export const inverse: Method<InverseOptions> = {
  boundary: 'free',
  optionNames: ['threshold'],
  check({ threshold = 1 }) {
    checkNumber('threshold', threshold, 1e-6, 1)
  },
  prepare(scene, { threshold = 0.1 }) {
    const { re, im } = scene.otf
    const half = (scene.width >> 1) + 1
    // The filter is that of the least squares with just the penalty that lifts the gain to the threshold.
    return quadraticSolver(scene, (v, first, row) => {
      for (let i = 0, k = v * half + first; i < row.length; i++, k++) {
        row[i] = Math.max(threshold * threshold - re[k] * re[k] - im[k] * im[k], 0)
      }
    })
  },
}
