import type { Equation } from './equation'
import { UNKNOWN } from './lattice'

/** Some unknown pixels in the order in which they are eliminated. */
export interface Elimination {
  readonly pixels: Int32Array
  /** Where in `pixels` the first one is that each is coupled to; itself where there is none. */
  readonly first: Int32Array
  /** Where in `pixels` each pixel of the patch is. */
  readonly position: Int32Array
}

/**
 * Envelope Cholesky: A = L L^T, with row k of L stored from its first coefficient that is not zero to the
 * diagonal. With neighbours close together in the order, rows are short: as long as the hole is wide.
 *
 * @returns What solves A x = b in place: takes b, which becomes x, in the order of `pixels`.
 * @see A. George, J. W. H. Liu, "Computer Solution of Large Sparse Positive Definite Systems", 1981, ch. 4
 */
export function factorEnvelope(
  equation: Equation,
  { pixels, first, position }: Elimination,
): (x: Float64Array) => void {
  const count = pixels.length
  // Coefficient (k, j) is values[diagonal[k] - k + j]; on the diagonal are the reciprocals.
  const diagonal = new Int32Array(count)
  for (let k = 0, length = -1; k < count; k++) {
    length += k - first[k] + 1
    diagonal[k] = length
  }
  const values = new Float64Array(count > 0 ? diagonal[count - 1] + 1 : 0)

  for (let k = 0; k < count; k++) {
    placeRow(k)
    eliminateRow(values, diagonal, first, k)
  }
  return (x) => {
    substituteForward(values, diagonal, first, x)
    substituteBackward(values, diagonal, first, x)
  }

  function placeRow(k: number): void {
    const { neighbours, coefficients } = equation.row(pixels[k])
    const shift = diagonal[k] - k
    for (let t = 0; t < neighbours.length; t++) {
      const j = position[neighbours[t]]
      if (j <= k && equation.lattice.kind[neighbours[t]] === UNKNOWN)
        values[shift + j] = coefficients[t]
    }
  }
}

function eliminateRow(
  values: Float64Array,
  diagonal: Int32Array,
  first: Int32Array,
  k: number,
): void {
  const start = first[k]
  const shift = diagonal[k] - k
  let pivot = values[diagonal[k]]
  for (let j = start; j < k; j++) {
    const shiftJ = diagonal[j] - j
    let sum = values[shift + j]
    for (let m = Math.max(start, first[j]); m < j; m++)
      sum -= values[shift + m] * values[shiftJ + m]
    const value = sum * values[diagonal[j]]
    values[shift + j] = value
    pivot -= value * value
  }
  values[diagonal[k]] = 1 / Math.sqrt(pivot)
}

function substituteForward(
  values: Float64Array,
  diagonal: Int32Array,
  first: Int32Array,
  x: Float64Array,
): void {
  for (let k = 0; k < diagonal.length; k++) {
    const shift = diagonal[k] - k
    let sum = x[k]
    for (let m = first[k]; m < k; m++) sum -= values[shift + m] * x[m]
    x[k] = sum * values[diagonal[k]]
  }
}

function substituteBackward(
  values: Float64Array,
  diagonal: Int32Array,
  first: Int32Array,
  x: Float64Array,
): void {
  for (let k = diagonal.length - 1; k >= 0; k--) {
    const shift = diagonal[k] - k
    const value = x[k] * values[diagonal[k]]
    x[k] = value
    for (let m = first[k]; m < k; m++) x[m] -= values[shift + m] * value
  }
}
