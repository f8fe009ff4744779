import { rfft2 } from '../fft/index'
import { completer } from './complete'
import { crossValidate, fitMeasure } from './cross-validation'
import type { Method } from './method'
import { quadraticSolver } from './quadratic'
import { penaltyOf, roughness } from './regulariser'
import { emptySpectrum } from './spectra'

/**
 * The Wiener filter with nothing to choose: each channel's balance is found by generalised
 * cross-validation. The same picture always gives the same result.
 */
export const unsupervisedWiener: Method<object> = {
  boundary: 'free',
  optionNames: [],
  check() {},
  prepare(scene) {
    const { width, height, otf } = scene
    const rough = roughness('laplacian', width, height)
    const spectrum = emptySpectrum(width, height)
    const complete = completer(scene)
    return (data, listener) => {
      complete(data, listener)
      rfft2(data, width, height, spectrum)
      const balance = crossValidate(fitMeasure(spectrum, otf, rough, width, height))
      return quadraticSolver(scene, penaltyOf('laplacian', balance, width, height))(data, listener)
    }
  },
}
