import { checkNumber, checkOneOf } from '../image/check'
import type { Method } from './method'
import { quadraticSolver } from './quadratic'
import { penaltyOf, type Regulariser, regularisers } from './regulariser'

/** The options of `'wiener'`. */
export interface WienerOptions {
  /**
   * How much roughness counts against misfit, from 0, default 0.003; the same for samples of any
   * range. Less is sharper and noisier: 0.0003 for a clean picture, 0.03 for a noisy one.
   */
  readonly balance?: number
  /**
   * The noise's power as a share of the picture's, from 0, instead of `balance`: the textbook's
   * filter, whose regulariser is `'identity'`.
   */
  readonly nsr?: number
  /** What roughness is: `'laplacian'` (the default), `'gradient'` or `'identity'`. */
  readonly regulariser?: Regulariser
}

/**
 * The Wiener filter: each frequency divided by its gain, as far as it stands out from the noise.
 *
 * `X = conj(H) Y / (|H|^2 + balance |R|^2)`
 */
export const wiener: Method<WienerOptions> = {
  boundary: 'free',
  optionNames: ['balance', 'nsr', 'regulariser'],
  check({ balance, nsr, regulariser }) {
    checkNumber('balance', balance ?? 0, 0)
    checkNumber('nsr', nsr ?? 0, 0)
    if (regulariser !== undefined) checkOneOf('regulariser', regulariser, regularisers)
    if (nsr === undefined) return
    if (balance !== undefined) {
      throw new TypeError(`nsr: expected it or balance, got both`)
    }
    if (regulariser !== undefined && regulariser !== 'identity') {
      throw new RangeError(`regulariser: expected 'identity' beside nsr, got '${regulariser}'`)
    }
  },
  prepare(
    scene,
    { nsr, balance = nsr ?? 0.003, regulariser = nsr === undefined ? 'laplacian' : 'identity' },
  ) {
    return quadraticSolver(scene, penaltyOf(regulariser, balance, scene.width, scene.height))
  },
}
