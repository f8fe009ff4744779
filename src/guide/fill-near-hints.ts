import type { Equation } from '../elliptic/equation'
import { fillBySolving } from '../elliptic/fill'
import { screened } from '../elliptic/screened'
import type { FillOptions } from '../method'
import type { Patch } from '../patch'

/** Fills a hole with the solution of A u = 0, as near to the guide's colours as these ask for. */
export function fillNearHints(patch: Patch, equation: Equation, options: FillOptions): void {
  const hints = options.guidance?.hints
  if (!hints) {
    fillBySolving(patch, equation, options)
    return
  }
  const { size } = patch
  const screen = hints.weights.map(screenOf)
  const dataOf = (c: number): Float64Array => screen.map((s, i) => s * hints.samples[c * size + i])
  fillBySolving(patch, screened(equation, screen), options, dataOf)
}

/** A hint of weight w pulls like w / (1 - w) neighbours: one half like one of them, 1 like a thousand. */
function screenOf(weight: number): number {
  return weight / (1.001 - weight)
}
