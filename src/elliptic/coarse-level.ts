import { type CoarseLattice, coarsenLattice } from './coarse-lattice'
import { galerkinRows } from './galerkin'
import { rowsAround } from './lattice'
import type { Level } from './level'
import { systemOf } from './system'

/** A level that is not the finest. */
export type CoarseLevel = Level & CoarseLattice

/** The next coarser level: an equation that couples each cell to those up to two rows and columns away. */
export function coarsen(fine: Level): CoarseLevel {
  const lattice = coarsenLattice(fine)
  const { size, unknowns, isUnknown, up, down } = lattice
  const { start, coefficients: a, regular } = galerkinRows(fine, lattice)
  return { ...lattice, ...systemOf({ apply, relax }, unknowns, size), regular, readRow }

  function readRow(cell: number, window: Float64Array): void {
    const rows = rowsAround(lattice, cell)
    for (let i = 0; i < 25; i++) {
      window[i] = isUnknown[rows[(i / 5) | 0] + (i % 5) - 2] === 1 ? a[start[cell] + i] : 0
    }
  }

  function apply(_: Int32Array, x: Float64Array, y: Float64Array): number {
    let product = 0
    for (let n = 0; n < unknowns.length; n++) {
      const i = unknowns[n]
      y[i] = a[start[i] + 12] * x[i] + others(x, i)
      product += x[i] * y[i]
    }
    return product
  }

  function relax(_: Int32Array, b: Float64Array, x: Float64Array, direction: 1 | -1): void {
    const last = unknowns.length - 1
    for (let n = direction > 0 ? 0 : last; n >= 0 && n <= last; n += direction) {
      const i = unknowns[n]
      x[i] = (b[i] - others(x, i)) / a[start[i] + 12]
    }
  }

  /** A row times x, without its diagonal. */
  function others(x: Float64Array, i: number): number {
    const s = start[i]
    const u = up[i]
    const v = up[u]
    const d = down[i]
    const e = down[d]
    return (
      five(x, v, s) +
      five(x, u, s + 5) +
      five(x, d, s + 15) +
      five(x, e, s + 20) +
      (a[s + 10] * x[i - 2] + a[s + 14] * x[i + 2]) +
      (a[s + 11] * x[i - 1] + a[s + 13] * x[i + 1])
    )
  }

  /** Five coefficients of a row, from `s` on, times the cells around `i`. */
  function five(x: Float64Array, i: number, s: number): number {
    return (
      a[s] * x[i - 2] +
      a[s + 1] * x[i - 1] +
      a[s + 2] * x[i] +
      a[s + 3] * x[i + 1] +
      a[s + 4] * x[i + 2]
    )
  }
}
