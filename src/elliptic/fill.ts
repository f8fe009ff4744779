import type { FillOptions } from '../method'
import type { Patch } from '../patch'
import type { Equation } from './equation'
import { KNOWN } from './lattice'
import { createSolver } from './solver'

/** Fills a hole with the solution of A u = 0, every channel for itself. */
export function fillBySolving(patch: Patch, equation: Equation, { report }: FillOptions): void {
  const { channels, size, missing, samples } = patch
  const { solve } = createSolver(patch, equation)
  const reference = equation.lattice.kind.indexOf(KNOWN)
  for (let c = 0; c < channels; c++) {
    const plane = samples.subarray(c * size, (c + 1) * size)
    // With this guess a constant stays exactly what it is.
    for (let n = 0; n < missing.length; n++) plane[missing[n]] = plane[reference]
    solve(undefined, plane, (share) => report((missing.length * (c + share)) / channels))
  }
}
