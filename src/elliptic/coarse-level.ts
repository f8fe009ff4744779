import { type CoarseLattice, coarsenLattice } from './coarse-lattice'
import { galerkinRows, type Rows } from './galerkin'
import type { Level } from './level'
import { createTransfer, type Transfer } from './transfer'

/** The next coarser level, and how to get there and back. */
export function coarsen(fine: Level): { level: Level; transfer: Transfer } {
  const lattice = coarsenLattice(fine)
  const transfer = createTransfer(fine, lattice)
  return { level: stencilLevel(lattice, galerkinRows(fine, lattice, transfer)), transfer }
}

/** An equation that couples each cell to those up to two rows and columns away. */
function stencilLevel(
  { runs, size, width, height, unknowns, isUnknown, up, down }: CoarseLattice,
  { start, coefficients: a, regular }: Rows,
): Level {
  const b = new Float64Array(size)
  const x = new Float64Array(size)
  return {
    runs,
    size,
    width,
    height,
    unknowns,
    regular,
    b,
    x,
    r: new Float64Array(size),
    readRow,
    apply,
    relax,
  }

  function readRow(cell: number, window: Float64Array): void {
    const rows = [up[up[cell]], up[cell], cell, down[cell], down[down[cell]]]
    for (let i = 0; i < 25; i++) {
      window[i] = isUnknown[rows[(i / 5) | 0] + (i % 5) - 2] === 1 ? a[start[cell] + i] : 0
    }
  }

  function apply(x: Float64Array, y: Float64Array): number {
    let product = 0
    for (let n = 0; n < unknowns.length; n++) {
      const i = unknowns[n]
      y[i] = a[start[i] + 12] * x[i] + others(x, i)
      product += x[i] * y[i]
    }
    return product
  }

  function relax(direction: 1 | -1): void {
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
