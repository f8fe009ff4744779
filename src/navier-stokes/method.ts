import { KNOWN } from '../elliptic/lattice'
import { poissonEquation } from '../elliptic/poisson'
import { createSolver } from '../elliptic/solver'
import type { FillOptions, Method } from '../method'
import type { Patch } from '../patch'
import { trackConvergence } from './convergence'
import { createIsophotes } from './isophotes'
import { checkOptions, type NavierStokesOptions, optionNames } from './options'
import { clampTo, rangesOf } from './ranges'
import { createVorticity, rimOf } from './vorticity'

/** The inpainting equations of Bertalmio, Bertozzi and Sapiro, carried along isophotes from both ends. */
export const navierStokes: Method<NavierStokesOptions> = {
  fill: fillNavierStokes,
  // Three times the scale over which isophotes are smoothed, whatever the radius.
  reach: () => 16,
  optionNames,
  check: checkOptions,
}

/**
 * The directions of the isophotes are measured anew in so many turns, then kept: what is left is a
 * linear iteration, which settles even where two directions compete for a thick hole.
 */
const TURNS_WITH_NEW_DIRECTIONS = 6

/** A Poisson equation is solved to so much of what the turn before left. */
const POISSON_TOLERANCE = 1e-5

function fillNavierStokes(
  patch: Patch,
  {
    viscosity = 0.01,
    iterations = 40,
    tolerance = 0.0005,
    report,
  }: FillOptions & NavierStokesOptions,
): void {
  const { channels, size, missing, samples } = patch
  const equation = poissonEquation(patch)
  const { lattice } = equation
  const { solve } = createSolver(patch, equation, POISSON_TOLERANCE)
  const planes = Array.from({ length: channels }, (_, c) =>
    samples.subarray(c * size, (c + 1) * size),
  )
  const progress = trackConvergence(iterations, tolerance, (share) =>
    report(missing.length * share),
  )

  const reference = lattice.kind.indexOf(KNOWN)
  for (const intensity of planes) {
    for (let n = 0; n < missing.length; n++) intensity[missing[n]] = intensity[reference]
    solve(undefined, intensity, progress.pause)
  }
  const ranges = rangesOf(planes, lattice)
  const contrast = ranges.reduce((most, [low, high]) => Math.max(most, high - low), 0)
  // One tone all around: so it is within.
  if (contrast === 0) return

  const isophotes = createIsophotes(patch, lattice, contrast)
  const rim = rimOf(missing, lattice)
  const vorticity = planes.map((intensity) => createVorticity(missing, lattice, rim, intensity))
  const before = new Float64Array(missing.length)
  for (let turn = 0; turn < iterations; turn++) {
    if (turn < TURNS_WITH_NEW_DIRECTIONS) isophotes.measure(planes)
    let squares = 0
    for (let c = 0; c < channels; c++) {
      const intensity = planes[c]
      const { carry, source, follow } = vorticity[c]
      for (let n = 0; n < missing.length; n++) before[n] = intensity[missing[n]]
      carry(isophotes, viscosity)
      solve(source, intensity, progress.pause)
      follow()
      for (let n = 0; n < missing.length; n++) {
        const difference = (intensity[missing[n]] - before[n]) / contrast
        squares += difference * difference
      }
    }
    const change = Math.sqrt(squares / (missing.length * channels))
    progress.turned(turn + 1, change)
    if (change < tolerance) break
  }
  for (let c = 0; c < channels; c++) clampTo(ranges[c], planes[c], missing)
}
