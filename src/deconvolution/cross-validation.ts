import { pow } from '../exact-math/pow'
import type { Complex } from '../fft/index'
import { columnCounts } from './spectra'

/** How well a quadratic method's result explains the data at some balance. */
export interface Fit {
  /** Generalised cross-validation: the misfit by the squared freedom left for it. Least is best. */
  readonly score: number
  /** The standard deviation of the noise, if the misfit is noise. It grows with the balance. */
  readonly noise: number
}

/**
 * Measures the fit at any balance, in the frequency domain. A result that follows the data in part
 * follows their noise in part: misfit is counted against the degrees of freedom left for it.
 *
 * @param spectrum Of the data, a half spectrum.
 * @param otf Of the PSF.
 * @param rough The squared transfer function of the regulariser.
 */
export function fitMeasure(
  spectrum: Complex,
  otf: Complex,
  rough: Float64Array,
  width: number,
  height: number,
): (balance: number) => Fit {
  const counts = columnCounts(width)
  const power = otf.re.map((re, i) => re * re + otf.im[i] * otf.im[i])
  const energy = spectrum.re.map((re, i) => re * re + spectrum.im[i] * spectrum.im[i])
  const samples = width * height
  return (balance) => {
    let misfit = 0
    let freedom = 0
    for (let i = 0, column = 0; i < power.length; i++, column++) {
      if (column === counts.length) column = 0
      const penalty = balance * rough[i]
      // A frequency that is neither seen nor penalised fits anything.
      const left = penalty > 0 ? penalty / (power[i] + penalty) : 0
      misfit += counts[column] * left * left * energy[i]
      freedom += counts[column] * left
    }
    // Parseval: energies are as many times too large as there are samples.
    const noise = freedom > 0 ? Math.sqrt(misfit / samples / freedom) : 0
    return { score: misfit / (freedom * freedom), noise }
  }
}

/**
 * The balance that predicts each sample best from all the others: generalised cross-validation.
 * Deterministic, and no noise level need be known.
 *
 * @see G. H. Golub, M. Heath, G. Wahba, "Generalized Cross-Validation as a Method for Choosing a Good
 * Ridge Parameter", Technometrics 21(2), 1979, doi:10.1080/00401706.1979.10489751
 */
export function crossValidate(measure: (balance: number) => Fit): number {
  // The score may have several valleys: first a look at all, then the deepest from both sides.
  let best = leastExponent
  let lowest = Infinity
  const consider = (exponent: number): void => {
    const { score } = measure(pow(10, exponent))
    if (!(score < lowest)) return
    lowest = score
    best = exponent
  }
  for (let e = leastExponent; e <= mostExponent; e += 0.5) consider(e)
  for (let step = 0.25; step > 0.01; step /= 2) {
    const middle = best
    consider(middle - step)
    consider(middle + step)
  }
  return pow(10, best)
}

/**
 * The balance at which the misfit is that of the noise, degrees of freedom counted.
 *
 * @see P. Hall, D. M. Titterington, "Common Structure of Techniques for Choosing Smoothing Parameters
 * in Regression Problems", Journal of the Royal Statistical Society B 49(2), 1987,
 * doi:10.1111/j.2517-6161.1987.tb01688.x
 */
export function balanceForNoise(noise: number, measure: (balance: number) => Fit): number {
  let low = leastExponent
  let high = mostExponent
  for (let step = 0; step < 25; step++) {
    const middle = (low + high) / 2
    if (measure(pow(10, middle)).noise < noise) low = middle
    else high = middle
  }
  return pow(10, (low + high) / 2)
}

const leastExponent = -8
const mostExponent = 3
