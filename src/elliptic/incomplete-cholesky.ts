import type { Equation } from './equation'
import { UNKNOWN } from './lattice'
import type { System } from './system'

/**
 * Incomplete Cholesky with fill of level 1: A ≈ L L^T, where L has a coefficient wherever A has one
 * or eliminating one unknown couples two others. For scattered pixels, never far from known ones.
 *
 * @returns What makes the system's x an approximate solution of A x = b.
 * @see J. A. Meijerink, H. A. van der Vorst, "An Iterative Solution Method for Linear Systems of Which
 * the Coefficient Matrix is a Symmetric M-Matrix", Mathematics of Computation 31, 1977,
 * doi:10.1090/S0025-5718-1977-0438681-4
 */
export function incompleteCholesky(equation: Equation, { unknowns, b, x }: System): () => void {
  const factor = patternOf(equation, unknowns)
  // Δ² is no M-matrix: pivots may get lost, unless there is a little more on the diagonal.
  for (let shift = 0.005; !eliminate(equation, unknowns, factor, shift); shift *= 2);
  return () => substitute(unknowns, factor, b, x)
}

/** L by rows; those of pixel `i` without the diagonal are from `start[i]` to `end[i] - 1`. */
interface SparseFactor {
  readonly start: Int32Array
  readonly end: Int32Array
  /** Numbers of pixels, ascending in each row. */
  readonly columns: Int32Array
  readonly values: Float64Array
  /** Of the diagonal. */
  readonly reciprocals: Float64Array
}

/** Of our equations, the wider has six later neighbours, and with the fill ten earlier ones. */
const mostLater = 6
const mostInRow = 10

function patternOf(equation: Equation, unknowns: Int32Array): SparseFactor {
  const { lattice, row, neighbours } = equation
  const { size, kind } = lattice
  const start = new Int32Array(size)
  const end = new Int32Array(size)
  const columns = new Int32Array(unknowns.length * mostInRow)
  const later = new Int32Array(size * mostLater)
  const laterCount = new Int8Array(size)
  let length = 0
  for (let n = 0; n < unknowns.length; n++) {
    const i = unknowns[n]
    const first = length
    for (let t = row(i) - 1; t > 0; t--) {
      const k = neighbours[t]
      if (kind[k] !== UNKNOWN) continue
      if (k > i) {
        later[mostLater * i + laterCount[i]++] = k
        continue
      }
      length = insert(columns, first, length, k)
      for (let m = mostLater * k, last = m + laterCount[k]; m < last; m++) {
        if (later[m] < i) length = insert(columns, first, length, later[m])
      }
    }
    start[i] = first
    end[i] = length
  }
  const values = new Float64Array(length)
  return { start, end, columns, values, reciprocals: new Float64Array(size) }
}

/** Puts a column where it belongs among those from `first` to `end - 1`, once; returns the new end. */
function insert(columns: Int32Array, first: number, end: number, column: number): number {
  let at = end
  while (at > first && columns[at - 1] > column) at--
  if (at > first && columns[at - 1] === column) return end
  for (let to = end; to > at; to--) columns[to] = columns[to - 1]
  columns[at] = column
  return end + 1
}

/** Fills in the values; false where a pivot is lost. */
function eliminate(
  { lattice, row, neighbours, coefficients }: Equation,
  unknowns: Int32Array,
  { start, end, columns, values, reciprocals }: SparseFactor,
  shift: number,
): boolean {
  const current = new Float64Array(lattice.size)
  for (let n = 0; n < unknowns.length; n++) {
    const i = unknowns[n]
    // Later neighbours are written too, and cleared unread.
    const terms = row(i)
    for (let t = 0; t < terms; t++) current[neighbours[t]] = coefficients[t]
    let pivot = coefficients[0] * (1 + shift)
    for (let at = start[i]; at < end[i]; at++) {
      const j = columns[at]
      let sum = current[j]
      for (let m = start[j]; m < end[j]; m++) sum -= current[columns[m]] * values[m]
      const value = sum * reciprocals[j]
      current[j] = value
      values[at] = value
      pivot -= value * value
    }
    if (pivot < 0.001 * coefficients[0]) return false
    reciprocals[i] = 1 / Math.sqrt(pivot)
    for (let t = 0; t < terms; t++) current[neighbours[t]] = 0
    for (let at = start[i]; at < end[i]; at++) current[columns[at]] = 0
  }
  return true
}

function substitute(
  unknowns: Int32Array,
  { start, end, columns, values, reciprocals }: SparseFactor,
  b: Float64Array,
  x: Float64Array,
): void {
  for (let n = 0; n < unknowns.length; n++) {
    const i = unknowns[n]
    let sum = b[i]
    for (let at = start[i]; at < end[i]; at++) sum -= values[at] * x[columns[at]]
    x[i] = sum * reciprocals[i]
  }
  for (let n = unknowns.length - 1; n >= 0; n--) {
    const i = unknowns[n]
    const value = x[i] * reciprocals[i]
    x[i] = value
    for (let at = start[i]; at < end[i]; at++) x[columns[at]] -= values[at] * value
  }
}
