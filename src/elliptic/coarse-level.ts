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

  function apply(x: Float64Array, y: Float64Array): void {
    for (let n = 0; n < unknowns.length; n++) {
      const i = unknowns[n]
      y[i] = a[start[i] + 12] * x[i] + others(x, i)
    }
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
      a[s] * x[v - 2] +
      a[s + 1] * x[v - 1] +
      a[s + 2] * x[v] +
      a[s + 3] * x[v + 1] +
      a[s + 4] * x[v + 2] +
      (a[s + 5] * x[u - 2] +
        a[s + 6] * x[u - 1] +
        a[s + 7] * x[u] +
        a[s + 8] * x[u + 1] +
        a[s + 9] * x[u + 2]) +
      (a[s + 15] * x[d - 2] +
        a[s + 16] * x[d - 1] +
        a[s + 17] * x[d] +
        a[s + 18] * x[d + 1] +
        a[s + 19] * x[d + 2]) +
      (a[s + 20] * x[e - 2] +
        a[s + 21] * x[e - 1] +
        a[s + 22] * x[e] +
        a[s + 23] * x[e + 1] +
        a[s + 24] * x[e + 2]) +
      (a[s + 10] * x[i - 2] + a[s + 14] * x[i + 2]) +
      (a[s + 11] * x[i - 1] + a[s + 13] * x[i + 1])
    )
  }
}
