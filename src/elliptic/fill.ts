import type { PatchHints } from '../guide/patch-guidance'
import type { GuidedFillOptions } from '../method'
import type { Patch } from '../patch'
import type { Equation } from './equation'
import { KNOWN } from './lattice'
import { screened } from './screened'
import { createSolver } from './solver'

/** Fills a hole with the solution of A u = 0, every channel for itself, as near to hints as these ask for. */
export function fillBySolving(
  patch: Patch,
  equation: Equation,
  { report, guidance }: GuidedFillOptions,
): void {
  const { channels, size, missing, samples } = patch
  const hints = guidance?.hints
  const screen = hints?.weights.map(screenOf)
  const { solve } = createSolver(patch, screen ? screened(equation, screen) : equation)
  const reference = equation.lattice.kind.indexOf(KNOWN)
  for (let c = 0; c < channels; c++) {
    const plane = samples.subarray(c * size, (c + 1) * size)
    // With this guess a constant stays exactly what it is.
    for (let n = 0; n < missing.length; n++) plane[missing[n]] = plane[reference]
    const data = screen?.map((s, i) => s * (hints as PatchHints).samples[c * size + i])
    solve(data, plane, (share) => report((missing.length * (c + share)) / channels))
  }
}

/** A hint of weight w pulls like w / (1 - w) neighbours: one half like one of them, 1 like a thousand. */
function screenOf(weight: number): number {
  return weight / (1.001 - weight)
}
