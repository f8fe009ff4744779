import { locatePixels } from '../locate-pixels'
import { besides, type CoarseLattice } from './coarse-lattice'
import { rowsAround } from './lattice'
import type { Level } from './level'

/** Rows of 25 coefficients, those that are alike stored once. */
export interface Rows {
  /** Where the row of each unknown cell begins in `coefficients`. */
  readonly start: Int32Array
  readonly coefficients: Float64Array
  readonly regular: Int8Array
}

/**
 * The equation of the coarse level, P^T A P with P the interpolation: the best there is for errors
 * that the coarse level can hold at all.
 */
export function galerkinRows(fine: Level, coarse: CoarseLattice): Rows {
  const { near, far, side } = coarse
  const { start, owner, regular, count } = shareRows(fine, coarse)
  const coefficients = new Float64Array(25 * count)

  const window = new Float64Array(25)
  const half = new Float64Array(25)
  const whole = new Float64Array(25)
  locatePixels(fine.runs, fine.unknowns, (cell, x, y, n) => {
    const p = near[n]
    const q = far[n]
    const s = side[n]
    if ((owner[p] | owner[p + s] | owner[q] | owner[q + s]) === 0) return
    fine.readRow(cell, window)
    // The fine row times P: first along x, then along y. Places are relative to the cell p.
    interpolate(window, half, x, coarse.imageWidth, 1, 5)
    interpolate(half, whole, y, coarse.imageHeight, 5, 1)
    const v = besides(y >> 1, y, coarse.imageHeight) - (y >> 1)
    add(p, 0, 0, 9 / 16)
    add(p + s, s, 0, 3 / 16)
    add(q, 0, v, 3 / 16)
    add(q + s, s, v, 1 / 16)
  })
  return { start, coefficients, regular }

  function add(to: number, dx: number, dy: number, weight: number): void {
    if (owner[to] === 0) return
    const from = start[to] - dx - 5 * dy
    for (let i = 0; i < 25; i++) {
      if (whole[i] !== 0) coefficients[from + i] += weight * whole[i]
    }
  }
}

/**
 * Takes the coefficients of fine cells along one axis to coarse ones, for five lines of five.
 * Steps to the next place along the axis, and to the next line.
 */
function interpolate(
  from: Float64Array,
  to: Float64Array,
  position: number,
  count: number,
  along: number,
  across: number,
): void {
  const origin = position >> 1
  to.fill(0)
  for (let d = -2; d <= 2; d++) {
    const at = position + d
    const own = at >> 1
    const other = besides(own, at, count)
    for (let line = 0; line < 5; line++) {
      const value = from[(d + 2) * along + line * across]
      if (value === 0) continue
      to[(own - origin + 2) * along + line * across] += 0.75 * value
      to[(other - origin + 2) * along + line * across] += 0.25 * value
    }
  }
}

/**
 * Gives each cell a row of its own, and all regular cells that of the first, which owns it. A cell is
 * regular if all those it is made from are, and all it is coupled to are unknown.
 */
function shareRows(fine: Level, coarse: CoarseLattice) {
  const { size, unknowns, isUnknown, near, far, side } = coarse
  const parts = new Int8Array(size)
  for (let n = 0; n < near.length; n++) {
    if (fine.regular[fine.unknowns[n]] === 0) continue
    parts[near[n]]++
    parts[near[n] + side[n]]++
    parts[far[n]]++
    parts[far[n] + side[n]]++
  }
  const allUnknown = (j: number): boolean =>
    (isUnknown[j - 2] & isUnknown[j - 1] & isUnknown[j] & isUnknown[j + 1] & isUnknown[j + 2]) === 1
  const start = new Int32Array(size)
  const owner = new Int8Array(size)
  const regular = new Int8Array(size)
  let shared = -1
  let count = 0
  for (const i of unknowns) {
    if (parts[i] === 16 && rowsAround(coarse, i).every(allUnknown)) regular[i] = 1
    if (regular[i] === 1 && shared >= 0) {
      start[i] = shared
      continue
    }
    owner[i] = 1
    start[i] = 25 * count++
    if (regular[i] === 1) shared = start[i]
  }
  return { start, owner, regular, count }
}
