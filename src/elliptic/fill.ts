import type { FillOptions } from '../method'
import { type Patch, planesOf } from '../patch'
import type { Equation } from './equation'
import { KNOWN } from './pixel-kind'
import { createSolver } from './solver'

/**
 * Fills a hole with the solution of A u = f, every channel for itself.
 *
 * @param dataOf A channel's f; zero where this is left out.
 */
export function fillBySolving(
  patch: Patch,
  equation: Equation,
  { report }: FillOptions,
  dataOf?: (channel: number) => Float64Array,
): void {
  const { channels, missing } = patch
  const solve = createSolver(patch, equation)
  const reference = equation.lattice.kind.indexOf(KNOWN)
  planesOf(patch).forEach((plane, c) => {
    // With this guess a constant stays exactly what it is.
    for (const i of missing) plane[i] = plane[reference]
    solve(dataOf?.(c), plane, (share) => report((missing.length * (c + share)) / channels))
  })
}
