import type { Patch } from '../patch'
import type { Equation } from './equation'
import { latticeOf, NO_PIXEL } from './lattice'
import { createSolver, type Solver } from './solver'

/**
 * Solves the discrete Poisson equation -Δu = f on the missing pixels of a patch, as often as wanted
 * once it is set up. Known pixels are boundary values (Dirichlet); at the image's edge nothing flows
 * out (Neumann). Δ is the sum of the differences to the up to four neighbours inside the image.
 *
 * @param patch Any whose reach is at least 1.
 * @param tolerance The residual left, as a share of the guess's: default 1e-11.
 */
export function poissonSolver(patch: Patch, tolerance?: number): Solver {
  return createSolver(patch, poissonEquation(patch), tolerance)
}

/** -Δ, which is the positive definite one: a pixel times its number of neighbours, minus these. */
export function poissonEquation(patch: Patch): Equation {
  const lattice = latticeOf(patch)
  const { kind, up, down, size } = lattice
  const neighbours = new Int32Array(5)
  const coefficients = new Float64Array(5).fill(-1)
  const places = new Int8Array(5)
  const degree = new Int8Array(size)
  for (let n = 0; n < patch.missing.length; n++) {
    degree[patch.missing[n]] = row(patch.missing[n]) - 1
  }
  const reciprocal = Float64Array.from([0, 1, 1 / 2, 1 / 3, 1 / 4])

  return { lattice, row, neighbours, coefficients, places, fullRow: 5, apply, relax }

  function row(pixel: number): number {
    let count = 0
    place(pixel, 12)
    if (kind[pixel - 1] !== NO_PIXEL) place(pixel - 1, 11)
    if (kind[pixel + 1] !== NO_PIXEL) place(pixel + 1, 13)
    if (up[pixel] !== 0) place(up[pixel], 7)
    if (down[pixel] !== 0) place(down[pixel], 17)
    coefficients[0] = count - 1
    return count

    function place(neighbour: number, at: number): void {
      neighbours[count] = neighbour
      places[count++] = at
    }
  }

  function apply(unknowns: Int32Array, x: Float64Array, y: Float64Array): number {
    let product = 0
    for (let n = 0; n < unknowns.length; n++) {
      const i = unknowns[n]
      const value = degree[i] * x[i] - x[up[i]] - x[down[i]] - x[i + 1] - x[i - 1]
      y[i] = value
      product += x[i] * value
    }
    return product
  }

  function relax(unknowns: Int32Array, b: Float64Array, x: Float64Array, direction: 1 | -1): void {
    const last = unknowns.length - 1
    for (let n = direction > 0 ? 0 : last; n >= 0 && n <= last; n += direction) {
      const i = unknowns[n]
      x[i] = (b[i] + x[up[i]] + x[down[i]] + x[i + 1] + x[i - 1]) * reciprocal[degree[i]]
    }
  }
}
