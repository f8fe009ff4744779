import type { Patch } from '../patch'
import { conjugateGradients } from './conjugate-gradients'
import { type Elimination, factorEnvelope } from './envelope'
import type { Equation } from './equation'
import { finestLevel } from './level'
import { createVCycle } from './multigrid'
import { sortUnknowns } from './sort-unknowns'
import { systemOf } from './system'

/**
 * Solves an equation on one patch for one right-hand side after another.
 *
 * @param f The right-hand side, one plane of the patch, read in the missing pixels; none is 0.
 * @param u One plane of the patch. Its known pixels are read as boundary values; its missing ones
 * hold a guess, any finite numbers, and receive the solution.
 * @param report Called now and then with the share of the work done, so that it may throw.
 */
export type Solve = (
  f: Float64Array | undefined,
  u: Float64Array,
  report?: (share: number) => void,
) => void

/**
 * Eliminates the unknowns of thin and small holes, which is exact and fast; thick ones, where that
 * would take more than linear time, get conjugate gradients with multigrid.
 *
 * @param tolerance For thick holes: the residual left, as a share of the guess's.
 */
export function createSolver(patch: Patch, equation: Equation, tolerance = 1e-11): Solve {
  const { thin, thick } = sortUnknowns(equation, patch.missing)
  const solvers: Solve[] = []
  if (thin.unknowns.length > 0) solvers.push(directSolver(equation, thin))
  if (thick.length > 0) solvers.push(iterativeSolver(patch, equation, thick, tolerance))
  return (f, u, report) =>
    solvers.forEach((solve, n) => {
      solve(f, u, (share) => report?.((n + share) / solvers.length))
    })
}

function directSolver(equation: Equation, thin: Elimination): Solve {
  const { unknowns } = thin
  const substitute = factorEnvelope(equation, thin)
  const correction = new Float64Array(unknowns.length)
  return (f, u, report) => {
    for (let k = 0; k < unknowns.length; k++) correction[k] = residual(equation, f, u, unknowns[k])
    substitute(correction)
    for (let k = 0; k < unknowns.length; k++) u[unknowns[k]] += correction[k]
    report?.(1)
  }
}

function iterativeSolver(
  patch: Patch,
  equation: Equation,
  thick: Int32Array,
  tolerance: number,
): Solve {
  const system = systemOf(equation, thick, patch.size)
  const precondition =
    equation.precondition?.(system) ?? createVCycle(finestLevel(patch, equation, system))
  const direction = new Float64Array(patch.size)
  return (f, u, report) => {
    let largest = 0
    for (const i of thick) {
      const value = residual(equation, f, u, i)
      system.b[i] = value
      largest = Math.max(largest, Math.abs(value))
    }
    // Its square must neither overflow nor vanish.
    const scale = largest > 0 ? largest : 1
    for (const i of thick) system.b[i] /= scale
    conjugateGradients(system, precondition, u, scale, direction, tolerance, report)
  }
}

/**
 * f - A u in one pixel, from differences, so that it is exactly 0 where u is constant and f is 0. What
 * is solved for is the guess's error: where the guess is right, nothing changes.
 */
function residual(
  { row, screen }: Equation,
  f: Float64Array | undefined,
  u: Float64Array,
  pixel: number,
): number {
  let sum = f ? f[pixel] : 0
  if (screen) sum -= screen[pixel] * u[pixel]
  const { neighbours, coefficients } = row(pixel)
  for (let t = 1; t < neighbours.length; t++) sum -= coefficients[t] * (u[neighbours[t]] - u[pixel])
  return sum
}
