import { CUT_DOWN, CUT_RIGHT } from '../guide/patch-guidance'
import type { Patch } from '../patch'
import type { Equation, Row } from './equation'
import { latticeOf } from './lattice'
import { NO_PIXEL } from './pixel-kind'

/**
 * -div(g ∇u), with a conductivity g of 1 between neighbours, and next to none where a border runs
 * between them: what is on one side of it says nothing to the other.
 *
 * @param cuts `CUT_RIGHT` and `CUT_DOWN` for each pixel of the patch.
 * @see P. Perona, J. Malik, "Scale-Space and Edge Detection Using Anisotropic Diffusion", IEEE
 * Transactions on Pattern Analysis and Machine Intelligence 12(7), 1990, doi:10.1109/34.56205
 */
export function partedPoisson(patch: Patch, cuts: Int8Array): Equation {
  const lattice = latticeOf(patch)
  const { kind, up, down, size } = lattice
  // Conductivities to the next pixel, and to the one below; 0 where there is none.
  const right = new Float64Array(size)
  const below = new Float64Array(size)
  const total = new Float64Array(size)
  const irregular = new Int8Array(size)
  for (let i = 1; i < size; i++) {
    if (kind[i] === NO_PIXEL) continue
    if (i + 1 < size && kind[i + 1] !== NO_PIXEL) link(i, i + 1, right, cuts[i] & CUT_RIGHT)
    if (down[i] !== 0) link(i, down[i], below, cuts[i] & CUT_DOWN)
  }
  const places = [12, 11, 13, 7, 17]
  return { lattice, row, irregular, apply, relax }

  function link(i: number, j: number, table: Float64Array, cut: number): void {
    table[i] = cut === 0 ? 1 : leak
    total[i] += table[i]
    total[j] += table[i]
    if (cut !== 0) irregular[i] = irregular[j] = 1
  }

  function row(pixel: number): Row {
    const above = below[up[pixel]]
    const weights = [right[pixel - 1], right[pixel], above, below[pixel]]
    const beside = [pixel - 1, pixel + 1, up[pixel], down[pixel]]
    return {
      neighbours: [pixel, ...beside.map((neighbour, k) => (weights[k] > 0 ? neighbour : 0))],
      coefficients: [total[pixel], ...weights.map((weight) => -weight)],
      places,
    }
  }

  function apply(unknowns: Int32Array, x: Float64Array, y: Float64Array): number {
    let product = 0
    for (let n = 0; n < unknowns.length; n++) {
      const i = unknowns[n]
      y[i] = total[i] * x[i] - others(x, i)
      product += x[i] * y[i]
    }
    return product
  }

  function relax(unknowns: Int32Array, b: Float64Array, x: Float64Array, direction: 1 | -1): void {
    const last = unknowns.length - 1
    for (let n = direction > 0 ? 0 : last; n >= 0 && n <= last; n += direction) {
      const i = unknowns[n]
      x[i] = (b[i] + others(x, i)) / total[i]
    }
  }

  function others(x: Float64Array, i: number): number {
    const u = up[i]
    const vertical = below[u] * x[u] + below[i] * x[down[i]]
    return vertical + right[i - 1] * x[i - 1] + right[i] * x[i + 1]
  }
}

/** Not nothing: what is walled in on all sides must still come from somewhere. */
const leak = 1e-4
