import { irfft2, rfft2 } from '../fft/index'
import type { Listener, Scene } from './method'
import { quadraticSolver } from './quadratic'
import { penaltyOf } from './regulariser'
import { emptySpectrum, multiply } from './spectra'

/**
 * Replaces unknown samples by what a middling result would be blurred to: a far better guess than a
 * smooth one, for methods that look at the data's spectrum. Does nothing where all are known.
 */
export function completer(scene: Scene): (data: Float64Array, listener: Listener) => void {
  const { width, height, weights } = scene
  if (!weights) return () => {}
  const solve = quadraticSolver(scene, penaltyOf('laplacian', middlingBalance, width, height))
  const plane = new Float64Array(width * height)
  const spectrum = emptySpectrum(width, height)
  return (data, { progress }) => {
    plane.set(data)
    // A look at whether the caller has aborted; the work to be told of is still to come.
    solve(plane, { progress: () => progress(0) })
    rfft2(plane, width, height, spectrum)
    multiply(scene.otf, spectrum, spectrum)
    irfft2(spectrum, width, height, plane)
    for (let i = 0; i < data.length; i++) if (weights[i] === 0) data[i] = plane[i]
  }
}

/** The default of `'wiener'`, at which nothing goes far wrong. */
const middlingBalance = 0.003
