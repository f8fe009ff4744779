import type { System } from './system'

/** Many times what any hole has been seen to take: rounding must not keep a call from ending. */
const mostTurns = 1000

/**
 * Preconditioned conjugate gradients: adds the solution of A x = b, times `scale`, to u.
 *
 * @param system Holds b in its `b`, which is overwritten.
 * @param precondition Makes the system's x an approximate solution of A x = b; returns b·x.
 * @param p Room for a direction, 0 in all that is not unknown.
 * @param tolerance Ends when the residual's norm has fallen to this share of b's.
 * @see M. R. Hestenes, E. Stiefel, "Methods of Conjugate Gradients for Solving Linear Systems",
 * Journal of Research of the National Bureau of Standards 49(6), 1952, doi:10.6028/jres.049.044
 */
export function conjugateGradients(
  { unknowns, apply, b: r, x: z, r: q }: System,
  precondition: () => number,
  u: Float64Array,
  scale: number,
  p: Float64Array,
  tolerance: number,
  report?: (share: number) => void,
): void {
  const start = dot(unknowns, r, r)
  const enough = start * tolerance * tolerance
  p.fill(0)
  for (let left = start, rz = 0, turn = 0; left > enough && turn < mostTurns; turn++) {
    const rzBefore = rz
    rz = precondition()
    const beta = rzBefore === 0 ? 0 : rz / rzBefore
    for (let n = 0; n < unknowns.length; n++) {
      const i = unknowns[n]
      p[i] = z[i] + beta * p[i]
    }
    const alpha = rz / apply(p, q)
    const step = scale * alpha
    left = 0
    for (let n = 0; n < unknowns.length; n++) {
      const i = unknowns[n]
      u[i] += step * p[i]
      const rest = r[i] - alpha * q[i]
      r[i] = rest
      left += rest * rest
    }
    // The residual shrinks by about the same factor in every turn.
    report?.(Math.min(Math.log(left / start) / Math.log(enough / start), 1))
  }
}

export function dot(unknowns: Int32Array, a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let n = 0; n < unknowns.length; n++) sum += a[unknowns[n]] * b[unknowns[n]]
  return sum
}
