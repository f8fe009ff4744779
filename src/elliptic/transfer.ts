import type { CoarseLevel } from './coarse-level'
import type { Level } from './level'

/** b of the coarse level = the transpose of the interpolation, applied to the residual of the fine one. */
export function restrict({ unknowns, apply, b, x, r }: Level, coarse: CoarseLevel): void {
  const { near, far, side, b: to } = coarse
  apply(x, r)
  to.fill(0)
  for (let n = 0; n < unknowns.length; n++) {
    const p = near[n]
    const q = far[n]
    const s = side[n]
    const share = (b[unknowns[n]] - r[unknowns[n]]) / 16
    to[p] += 9 * share
    to[p + s] += 3 * share
    to[q] += 3 * share
    to[q + s] += share
  }
}

/** Adds the interpolated x of the coarse level to that of the fine one. */
export function prolong({ near, far, side, x: from }: CoarseLevel, { unknowns, x }: Level): void {
  for (let n = 0; n < unknowns.length; n++) {
    const p = near[n]
    const q = far[n]
    const s = side[n]
    x[unknowns[n]] += (9 * from[p] + 3 * (from[p + s] + from[q]) + from[q + s]) / 16
  }
}
