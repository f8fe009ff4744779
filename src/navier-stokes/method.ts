import type { FillOptions, Method } from '../method'
import type { Patch } from '../patch'
import { carryVorticity } from '../transport/carry-vorticity'
import { type NavierStokesOptions, optionChecks } from './options'

/** The inpainting equations of Bertalmio, Bertozzi and Sapiro, carried along isophotes from both ends. */
export const navierStokes: Method<NavierStokesOptions> = {
  fill(
    patch: Patch,
    {
      viscosity = 0.01,
      iterations = 40,
      tolerance = 0.0005,
      report,
    }: FillOptions & NavierStokesOptions,
  ) {
    const turns = { iterations, tolerance, turnsWithNewDirections: 6 }
    carryVorticity(patch, { viscosity, ...turns, poissonTolerance: 1e-5 }, report)
  },
  // Three times the scale over which isophotes are smoothed, whatever the radius.
  reach: () => 16,
  options: optionChecks,
}
