import { KNOWN } from '../elliptic/pixel-kind'
import { poissonEquation } from '../elliptic/poisson'
import { createSolver } from '../elliptic/solver'
import { keepWithin, knownRanges, widest } from '../known-ranges'
import { type Patch, planesOf } from '../patch'
import { createIsophotes } from './isophotes'
import { pixelsOf } from './pixels-of'
import { sidesOf } from './sides'
import { carry, laplacian, rimOf, sourceOf } from './vorticity'

/** How much of the way the vorticity at the rim follows the fill in one turn. */
const FOLLOWING = 0.5

export interface Transport {
  /** How much vorticity diffuses across the isophotes; transport along a perfectly straight one is 1. */
  readonly viscosity: number
  /** The most turns. */
  readonly iterations: number
  /** The root mean square change to stop at, as a share of the range of the known samples. */
  readonly tolerance: number
  /** A Poisson equation is solved to so much of what the turn before left. */
  readonly poissonTolerance: number
  /**
   * The directions of the isophotes are measured anew in so many turns, then kept: what is left is a
   * linear iteration, which settles even where two directions compete for a thick hole.
   */
  readonly turnsWithNewDirections: number
}

/**
 * Fills a patch by the inpainting equations of Bertalmio, Bertozzi and Sapiro: vorticity is carried
 * along the isophotes from both ends, and a Poisson equation turns it into intensity.
 */
export function carryVorticity(
  patch: Patch,
  { viscosity, iterations, tolerance, poissonTolerance, turnsWithNewDirections }: Transport,
  report: (pixels: number) => void,
): void {
  const { channels, missing } = patch
  const equation = poissonEquation(patch)
  const { lattice } = equation
  const solve = createSolver(patch, equation, poissonTolerance)
  const planes = planesOf(patch)
  // Changes fall off geometrically, so their logarithm grows evenly.
  let firstChange = 0
  let share = 0
  const tell = (): void => report(missing.length * share)

  const reference = lattice.kind.indexOf(KNOWN)
  for (const intensity of planes) {
    for (const i of missing) intensity[i] = intensity[reference]
    solve(undefined, intensity, tell)
  }
  const ranges = knownRanges(patch, lattice.kind)
  const contrast = widest(ranges)
  // One tone all around: so it is within.
  if (contrast === 0) return

  const sides = sidesOf(lattice)
  const near = pixelsOf(lattice, sides, missing)
  const isophotes = createIsophotes(patch, planes, lattice, sides, near, contrast)
  const rim = rimOf(near, lattice)
  const sources = planes.map((intensity) => sourceOf(intensity, lattice, sides))
  const before = new Float64Array(missing.length)
  for (let turn = 0; turn < iterations; turn++) {
    if (turn < turnsWithNewDirections) isophotes.measure()
    let squares = 0
    for (let c = 0; c < channels; c++) {
      const intensity = planes[c]
      const source = sources[c]
      for (let n = 0; n < missing.length; n++) before[n] = intensity[missing[n]]
      carry(source, missing, lattice, isophotes, viscosity, 1)
      carry(source, missing, lattice, isophotes, viscosity, -1)
      solve(source, intensity, tell)
      for (const i of rim) source[i] -= FOLLOWING * (source[i] + laplacian(intensity, sides, i))
      for (let n = 0; n < missing.length; n++) {
        const difference = (intensity[missing[n]] - before[n]) / contrast
        squares += difference * difference
      }
    }
    const change = Math.sqrt(squares / (missing.length * channels))
    if (turn === 0) firstChange = change
    const settled = Math.log(firstChange / change) / Math.log(firstChange / tolerance)
    share = Math.max(share, (turn + 1) / iterations, settled < 1 ? settled : 0)
    tell()
    if (change < tolerance) break
  }
  keepWithin(ranges, patch)
}
