import type { Patch } from '../patch'
import { factorEnvelope } from './envelope'
import type { Equation } from './equation'
import { sortUnknowns } from './sort-unknowns'

/** Solves an equation on one patch for one right-hand side after another. */
export interface Solver {
  /**
   * @param f The right-hand side, one plane of the patch, read in the missing pixels; none is 0.
   * @param u One plane of the patch. Its known pixels are read as boundary values; its missing ones
   * hold a guess, any finite numbers, and receive the solution.
   * @param report Called now and then with the share of the work done, so that it may throw.
   */
  readonly solve: (
    f: Float64Array | undefined,
    u: Float64Array,
    report?: (share: number) => void,
  ) => void
}

export function createSolver({ missing }: Patch, equation: Equation): Solver {
  const { row, neighbours, coefficients } = equation
  const thin = sortUnknowns(equation, missing)
  const { pixels } = thin
  const solveThin = factorEnvelope(equation, thin)
  const correction = new Float64Array(pixels.length)

  return {
    // What is solved for is the change of the guess: where that is right, nothing is touched.
    solve(f, u, report) {
      for (let k = 0; k < pixels.length; k++) {
        let residual = f ? f[pixels[k]] : 0
        const terms = row(pixels[k])
        for (let t = 0; t < terms; t++) residual -= coefficients[t] * u[neighbours[t]]
        correction[k] = residual
      }
      solveThin(correction)
      for (let k = 0; k < pixels.length; k++) u[pixels[k]] += correction[k]
      report?.(1)
    },
  }
}
