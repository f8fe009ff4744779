import { locatePixels } from '../locate-pixels'
import type { CoarseLattice } from './coarse-lattice'
import type { Level } from './level'

/**
 * Where the values of fine cells come from: bilinear interpolation between the centres of the four
 * nearest coarse cells, (x, y), (x + side, y), and the same two in the row above or below. Past the
 * picture's edge the cell at the edge stands in.
 */
export interface Transfer {
  /** For each unknown fine cell in order: the coarse cell it is a part of, */
  readonly near: Int32Array
  /** the one beyond its upper or lower side, */
  readonly far: Int32Array
  /** and the step from both to those beyond its left or right side. */
  readonly side: Int8Array
}

export function createTransfer(fine: Level, coarse: CoarseLattice): Transfer {
  const count = fine.unknowns.length
  const near = new Int32Array(count)
  const far = new Int32Array(count)
  const side = new Int8Array(count)
  locatePixels(fine.runs, fine.unknowns, (_, fineX, fineY, n) => {
    const x = fineX >> 1
    const y = fineY >> 1
    near[n] = coarse.numberAt(x, y)
    far[n] = coarse.numberAt(x, besides(y, fineY, coarse.height))
    side[n] = besides(x, fineX, coarse.width) - x
  })
  return { near, far, side }
}

/** The coarse row or column on the side of `coarse` where `fine` lies, if there is one. */
export function besides(coarse: number, fine: number, count: number): number {
  const other = coarse + (fine & 1 ? 1 : -1)
  return other < 0 || other >= count ? coarse : other
}

/** b of the coarse level = the transpose of the interpolation, applied to the residual of the fine one. */
export function restrict(fine: Level, { near, far, side }: Transfer, coarse: Level): void {
  const { unknowns, b, r } = fine
  const to = coarse.b
  fine.apply(fine.x, r)
  to.fill(0)
  for (let n = 0; n < unknowns.length; n++) {
    const i = unknowns[n]
    const share = (b[i] - r[i]) / 16
    to[near[n]] += 9 * share
    to[near[n] + side[n]] += 3 * share
    to[far[n]] += 3 * share
    to[far[n] + side[n]] += share
  }
}

/** Adds the interpolated x of the coarse level to that of the fine one. */
export function prolong(coarse: Level, { near, far, side }: Transfer, fine: Level): void {
  const { unknowns, x } = fine
  const from = coarse.x
  for (let n = 0; n < unknowns.length; n++) {
    const p = near[n]
    const q = far[n]
    const s = side[n]
    x[unknowns[n]] += (9 * from[p] + 3 * (from[p + s] + from[q]) + from[q + s]) / 16
  }
}
