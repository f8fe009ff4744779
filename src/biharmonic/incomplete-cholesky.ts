import type { Equation } from '../elliptic/equation'
import type { System } from '../elliptic/system'

/** Where the nine lie, as 16 dy + dx, in the order of their numbers. */
const offsets = [-32, -31, -30, -17, -16, -15, -14, -2, -1]

/** Which of the nine a place in a row of the equation is. */
const ofPlace: Readonly<Record<number, number>> = { 2: 0, 6: 3, 7: 4, 8: 5, 10: 7, 11: 8 }

/** Any number will do that is no pixel, nor the one before it and the two after it. */
const nowhere = 1

/**
 * Incomplete Cholesky for the biharmonic equation: A ≈ L L^T, where each row of L has room for nine
 * earlier pixels: the six that A couples it to, and three of the four that eliminating one pixel couples
 * on top. The fourth, at (3, -1), gains nothing: with it, it takes a turn or two more.
 * Made for scattered pixels: it carries nothing far into a thick hole.
 *
 * @returns What makes the system's x an approximate solution of A x = b, and returns b·x.
 * @see J. A. Meijerink, H. A. van der Vorst, "An Iterative Solution Method for Linear Systems of Which
 * the Coefficient Matrix is a Symmetric M-Matrix", Mathematics of Computation 31, 1977,
 * doi:10.1090/S0025-5718-1977-0438681-4
 */
export function incompleteCholesky(
  { lattice, row }: Pick<Equation, 'lattice' | 'row'>,
  { unknowns, b, x }: System,
): () => number {
  const { up, size } = lattice
  // The pixel above each, and the one above that.
  const above = unknowns.map((i) => up[i] || nowhere)
  const aboveThat = unknowns.map((i) => up[up[i]] || nowhere)
  // Nine for each, and of the diagonal the reciprocal.
  const l = new Float64Array(9 * unknowns.length)
  const reciprocals = new Float64Array(unknowns.length)
  // For each of the nine: which others of the nine its row has room for too, each followed by which of
  // the nine that is there.
  const sharedBy = offsets.map((offset) =>
    offsets.flatMap((other, s) => {
      const there = offsets.indexOf(other - offset)
      return there < 0 ? [] : [s, there]
    }),
  )
  // Δ² is no M-matrix: pivots may get lost, unless there is a little more on the diagonal.
  for (let shift = 0.004; !eliminate(shift); shift *= 2);
  return () => substitute(unknowns, above, aboveThat, l, reciprocals, b, x)

  /** Fills in the values; false where a pivot is lost. */
  function eliminate(shift: number): boolean {
    // Of the unknowns passed so far; missing pixels that are not of the system have none.
    const ordinal = new Int32Array(size).fill(-1)
    for (let n = 0; n < unknowns.length; n++) {
      const i = unknowns[n]
      const own = 9 * n
      l.fill(0, own, own + 9)
      const { neighbours, coefficients, places } = row(i)
      for (let t = 1; t < places.length; t++) {
        if (ordinal[neighbours[t]] >= 0) l[own + ofPlace[places[t]]] = coefficients[t]
      }
      let pivot = coefficients[0] * (1 + shift)
      for (let c = 0; c < 9; c++) {
        const m = ordinal[c < 3 ? aboveThat[n] + c : c < 7 ? above[n] + c - 4 : i + c - 9]
        if (m < 0) continue
        const shared = sharedBy[c]
        let sum = l[own + c]
        for (let s = 0; s < shared.length; s += 2) {
          sum -= l[own + shared[s]] * l[9 * m + shared[s + 1]]
        }
        const value = sum * reciprocals[m]
        l[own + c] = value
        pivot -= value * value
      }
      if (pivot < 0.001 * coefficients[0]) return false
      reciprocals[n] = 1 / Math.sqrt(pivot)
      ordinal[i] = n
    }
    return true
  }
}

function substitute(
  unknowns: Int32Array,
  above: Int32Array,
  aboveThat: Int32Array,
  l: Float64Array,
  reciprocals: Float64Array,
  b: Float64Array,
  x: Float64Array,
): number {
  for (let n = 0, s = 0; n < unknowns.length; n++, s += 9) {
    const i = unknowns[n]
    const u = above[n]
    const v = aboveThat[n]
    const sum =
      l[s] * x[v] +
      l[s + 1] * x[v + 1] +
      l[s + 2] * x[v + 2] +
      (l[s + 3] * x[u - 1] + l[s + 4] * x[u] + l[s + 5] * x[u + 1] + l[s + 6] * x[u + 2])
    x[i] = (b[i] - sum - l[s + 7] * x[i - 2] - l[s + 8] * x[i - 1]) * reciprocals[n]
  }
  let product = 0
  for (let n = unknowns.length - 1, s = 9 * n; n >= 0; n--, s -= 9) {
    const i = unknowns[n]
    const u = above[n]
    const v = aboveThat[n]
    const value = x[i] * reciprocals[n]
    x[i - 1] -= l[s + 8] * value
    x[i - 2] -= l[s + 7] * value
    x[u + 2] -= l[s + 6] * value
    x[u + 1] -= l[s + 5] * value
    x[u] -= l[s + 4] * value
    x[u - 1] -= l[s + 3] * value
    x[v + 2] -= l[s + 2] * value
    x[v + 1] -= l[s + 1] * value
    x[v] -= l[s] * value
    x[i] = value
    product += b[i] * value
  }
  return product
}
