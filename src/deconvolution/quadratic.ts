import { convolveImage, type SpectrumColumns } from '../fft/engine/real-image'
import { type Complex, irfft2, rfft2 } from '../fft/index'
import type { Scene, Solver } from './method'
import { transferColumns } from './otf'
import { type Penalty, penaltyPlane } from './regulariser'
import { columnCounts, emptySpectrum, multiply, multiplyConjugate } from './spectra'

/**
 * Solves methods whose result minimises `||Hx - y||^2 + <x, Px>`, the penalty P being diagonal in
 * frequency: in closed form where all data are known, by conjugate gradients where some are not.
 *
 * @param penalise The penalty, times the balance.
 */
export function quadraticSolver(scene: Scene, penalise: Penalty): Solver {
  const { weights, width, height } = scene
  return weights
    ? conjugateGradients(scene, weights, penaltyPlane(penalise, width, height))
    : closedForm(scene, penalise)
}

/** `X = conj(H) Y / (|H|^2 + P)`. */
function closedForm({ psf, width, height }: Scene, penalise: Penalty): Solver {
  const transfer = transferColumns(psf, width, height)
  // Made anew for every channel, in the cache: fresh memory for it would take as long as its arithmetic.
  const filter: SpectrumColumns = (first, count, to) => {
    transfer(first, count, to)
    const penalty = new Float64Array(count)
    for (let v = 0; v < height; v++) {
      penalise(v, first, penalty)
      invert(to, v * count, penalty)
    }
  }
  return (data) => {
    convolveImage(data, width, height, filter, true)
    return data
  }
}

/** Makes of a part of a row `H` what the conjugate of the closed form's filter is: `H / (|H|^2 + P)`. */
function invert({ re, im }: Complex, at: number, penalty: Float64Array): void {
  for (let i = 0, k = at | 0; i < penalty.length; i = (i + 1) | 0, k = (k + 1) | 0) {
    const power = re[k] * re[k] + im[k] * im[k] + penalty[i]
    // Of a frequency of which nothing is known, nothing.
    const gain = power > 0 ? 1 / power : 0
    re[k] *= gain
    im[k] *= gain
  }
}

/** `1 / (share |H|^2 + P)`, and 0 for a frequency of which nothing is known. */
function inversePower({ re, im }: Complex, penalty: Float64Array, share: number): Float64Array {
  const inverse = new Float64Array(penalty.length)
  for (let i = 0; i < inverse.length; i++) {
    const power = share * (re[i] * re[i] + im[i] * im[i]) + penalty[i]
    inverse[i] = power > 0 ? 1 / power : 0
  }
  return inverse
}

/**
 * The normal equations `(H'WH + P) x = H'Wy`, all vectors being spectra: so P, and the closed form
 * as the preconditioner, cost no transform, and an iteration takes two.
 */
function conjugateGradients(
  { width, height, otf }: Scene,
  weights: Float64Array,
  penalty: Float64Array,
): Solver {
  const known = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  const inverse = inversePower(otf, penalty, known)
  const counts = columnCounts(width)
  const x = emptySpectrum(width, height)
  const residual = emptySpectrum(width, height)
  const direction = emptySpectrum(width, height)
  const image = emptySpectrum(width, height)
  const plane = new Float64Array(width * height)

  /** `out = H'W plane`, which overwrites the plane. */
  const backProject = (out: Complex): void => {
    for (let i = 0; i < plane.length; i++) plane[i] *= weights[i]
    rfft2(plane, width, height, out)
    multiplyConjugate(otf, out, out)
  }

  return (data, listener) => {
    // From the closed form on data whose gaps are filled: most of the way already.
    rfft2(data, width, height, x)
    multiplyConjugate(otf, x, x)
    unblur(x, otf, penalty)
    multiply(otf, x, image)
    irfft2(image, width, height, plane)
    for (let i = 0; i < plane.length; i++) plane[i] = data[i] - plane[i]
    backProject(residual)
    add(residual, -1, x, penalty)

    const first = energyOf(residual, inverse, counts)
    let energy = first
    let before = Infinity
    for (let k = 0; k < mostIterations && energy > tolerance * tolerance * first; k++) {
      const keep = energy / before
      turn(direction, keep, residual, inverse)
      multiply(otf, direction, image)
      irfft2(image, width, height, plane)
      backProject(image)
      add(image, 1, direction, penalty)
      const step = energy / inner(direction, image, counts)
      add(x, step, direction)
      add(residual, -step, image)
      before = energy
      energy = energyOf(residual, inverse, counts)
      listener.progress((k + 1) / mostIterations)
    }
    return irfft2(x, width, height, data)
  }
}

/** Enough to change nothing that could be seen, and far more than most pictures take. */
const tolerance = 0.03
const mostIterations = 50

/** Divides by `|H|^2 + P`: the closed form's second half, without memory for a filter. */
function unblur({ re, im }: Complex, otf: Complex, penalty: Float64Array): void {
  for (let i = 0; i < re.length; i++) {
    const power = otf.re[i] * otf.re[i] + otf.im[i] * otf.im[i] + penalty[i]
    const gain = power > 0 ? 1 / power : 0
    re[i] *= gain
    im[i] *= gain
  }
}

/** `direction = gains residual + keep direction`. */
function turn(direction: Complex, keep: number, residual: Complex, gains: Float64Array): void {
  for (let i = 0; i < gains.length; i++) {
    direction.re[i] = gains[i] * residual.re[i] + keep * direction.re[i]
    direction.im[i] = gains[i] * residual.im[i] + keep * direction.im[i]
  }
}

/** `to += factor gains vector`. */
function add(to: Complex, factor: number, vector: Complex, gains?: Float64Array): void {
  for (let i = 0; i < to.re.length; i++) {
    const gain = gains ? factor * gains[i] : factor
    to.re[i] += gain * vector.re[i]
    to.im[i] += gain * vector.im[i]
  }
}

/** The inner product of the planes of which these are half spectra, times their size. */
function inner(a: Complex, b: Complex, counts: Float64Array): number {
  let sum = 0
  for (let i = 0, column = 0; i < a.re.length; i++, column++) {
    if (column === counts.length) column = 0
    sum += counts[column] * (a.re[i] * b.re[i] + a.im[i] * b.im[i])
  }
  return sum
}

/** The squared norm in which conjugate gradients measure their residual. */
function energyOf({ re, im }: Complex, gains: Float64Array, counts: Float64Array): number {
  let sum = 0
  for (let i = 0, column = 0; i < re.length; i++, column++) {
    if (column === counts.length) column = 0
    sum += counts[column] * gains[i] * (re[i] * re[i] + im[i] * im[i])
  }
  return sum
}
