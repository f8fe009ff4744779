import type { Equation } from './equation'
import { UNKNOWN } from './pixel-kind'

/** Some unknown pixels in the order in which they are eliminated. */
export interface Elimination {
  readonly unknowns: Int32Array
  /** Where in `unknowns` the first one is that each is coupled to; itself where there is none. */
  readonly first: Int32Array
  /** Where in `unknowns` each pixel of the patch is. */
  readonly position: Int32Array
}

/**
 * Envelope Cholesky: A = L L^T, with row k of L stored from its first coefficient that is not zero to the
 * diagonal. With neighbours close together in the order, rows are short: as long as the hole is wide.
 *
 * @returns What solves A x = b in place: takes b, which becomes x, in the order of `unknowns`.
 * @see A. George, J. W. H. Liu, "Computer Solution of Large Sparse Positive Definite Systems", 1981, ch. 4
 */
export function factorEnvelope(
  { lattice, row }: Equation,
  { unknowns, first, position }: Elimination,
): (x: Float64Array) => void {
  const count = unknowns.length
  // Coefficient (k, j) is values[shifts[k] + j]; on the diagonal are the reciprocals.
  const shifts = new Int32Array(count)
  let length = 0
  for (let k = 0; k < count; k++) {
    shifts[k] = length - first[k]
    length += k - first[k] + 1
  }
  const values = new Float64Array(length)

  for (let k = 0; k < count; k++) {
    const { neighbours, coefficients } = row(unknowns[k])
    for (let t = 0; t < neighbours.length; t++) {
      const j = position[neighbours[t]]
      if (j <= k && lattice.kind[neighbours[t]] === UNKNOWN) values[shifts[k] + j] = coefficients[t]
    }
    eliminate(k)
  }
  return (x) => {
    for (let k = 0; k < count; k++) {
      const shift = shifts[k]
      let sum = x[k]
      for (let m = first[k]; m < k; m++) sum -= values[shift + m] * x[m]
      x[k] = sum * values[shift + k]
    }
    for (let k = count - 1; k >= 0; k--) {
      const shift = shifts[k]
      const value = x[k] * values[shift + k]
      x[k] = value
      for (let m = first[k]; m < k; m++) x[m] -= values[shift + m] * value
    }
  }

  function eliminate(k: number): void {
    const start = first[k]
    const shift = shifts[k]
    let pivot = values[shift + k]
    for (let j = start; j < k; j++) {
      const shiftJ = shifts[j]
      let sum = values[shift + j]
      for (let m = Math.max(start, first[j]); m < j; m++) {
        sum -= values[shift + m] * values[shiftJ + m]
      }
      const value = sum * values[shiftJ + j]
      values[shift + j] = value
      pivot -= value * value
    }
    values[shift + k] = 1 / Math.sqrt(pivot)
  }
}
