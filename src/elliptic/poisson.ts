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
 */
export function poissonSolver(patch: Patch): Solver {
  return createSolver(patch, poissonEquation(patch))
}

/** -Δ, which is the positive definite one: a pixel times its number of neighbours, minus these. */
export function poissonEquation(patch: Patch): Equation {
  const lattice = latticeOf(patch)
  const { kind, up, down } = lattice
  const neighbours = new Int32Array(5)
  const coefficients = new Float64Array(5).fill(-1)

  function row(pixel: number): number {
    let count = 1
    if (kind[pixel - 1] !== NO_PIXEL) neighbours[count++] = pixel - 1
    if (kind[pixel + 1] !== NO_PIXEL) neighbours[count++] = pixel + 1
    if (up[pixel] !== 0) neighbours[count++] = up[pixel]
    if (down[pixel] !== 0) neighbours[count++] = down[pixel]
    neighbours[0] = pixel
    coefficients[0] = count - 1
    return count
  }

  return { lattice, row, neighbours, coefficients }
}
