import { rfft2 } from '../fft/index'
import { checkNumber, checkOneOf } from '../image/check'
import { completer } from './complete'
import { balanceForNoise, fitMeasure } from './cross-validation'
import type { Method } from './method'
import { quadraticSolver } from './quadratic'
import { penaltyOf, type Regulariser, regularisers, roughness } from './regulariser'
import { emptySpectrum } from './spectra'

/** The options of `'tikhonov'`. */
export interface TikhonovOptions {
  /** How much roughness counts against misfit, from 0, default 0.003; the same for samples of any range. */
  readonly balance?: number
  /**
   * The noise's standard deviation, in the picture's units, instead of `balance`: the balance is
   * that with which the result explains the picture just that well.
   */
  readonly noise?: number
  /** What roughness is: `'gradient'` (the default), `'laplacian'` or `'identity'`. */
  readonly regulariser?: Regulariser
}

/**
 * Tikhonov regularisation: the least sum of squared misfit and squared roughness.
 *
 * `min ||Hx - y||^2 + balance ||Rx||^2`; with `noise` it is constrained least squares.
 *
 * @see B. R. Hunt, "The Application of Constrained Least Squares Estimation to Image Restoration by
 * Digital Computer", IEEE Transactions on Computers C-22(9), 1973, doi:10.1109/TC.1973.5009169
 */
export const tikhonov: Method<TikhonovOptions> = {
  boundary: 'free',
  optionNames: ['balance', 'noise', 'regulariser'],
  check({ balance, noise, regulariser = 'gradient' }) {
    checkNumber('balance', balance ?? 0, 0)
    checkNumber('noise', noise ?? 0, 0)
    checkOneOf('regulariser', regulariser, regularisers)
    if (noise !== undefined && balance !== undefined) {
      throw new TypeError('noise: expected it or balance, got both')
    }
  },
  prepare(scene, { noise, balance = 0.003, regulariser = 'gradient' }) {
    const { width, height, weights } = scene
    const solverFor = (balance: number) =>
      quadraticSolver(scene, penaltyOf(regulariser, balance, width, height))
    if (noise === undefined) return solverFor(balance)
    const rough = roughness(regulariser, width, height)
    const spectrum = emptySpectrum(width, height)
    const known = weights ? weights.reduce((sum, weight) => sum + weight) : width * height
    // What is not known is filled in, without noise.
    const noiseThroughout = noise * Math.sqrt(known / (width * height))
    const complete = completer(scene)
    return (data, listener) => {
      complete(data, listener)
      rfft2(data, width, height, spectrum)
      const measure = fitMeasure(spectrum, scene.otf, rough, width, height)
      return solverFor(balanceForNoise(noiseThroughout, measure))(data, listener)
    }
  },
}
