import { KNOWN, type Lattice, NO_PIXEL, UNKNOWN } from '../elliptic/lattice'
import type { Isophotes } from './isophotes'

/** How fast vorticity decays where no direction prevails; transport along a straight isophote is 1. */
const FRICTION = 0.12

/** How much of the way the vorticity at the rim follows the fill in one turn. */
const FOLLOWING = 0.5

/** The vorticity of one channel: the Laplacian of its intensity, measured in known pixels, carried into missing ones. */
export interface Vorticity {
  /** Its negative, a plane of the patch, as the Poisson equation -ΔI = -w wants it. */
  readonly source: Float64Array
  /** Relaxes the equation of transport in the missing pixels, once in their order and once against it. */
  readonly carry: (isophotes: Isophotes, viscosity: number) => void
  /** Measures it again in the rim, where it depends on the fill. */
  readonly follow: () => void
}

/** @param rim The known pixels beside missing ones. */
export function createVorticity(
  missing: Int32Array,
  lattice: Lattice,
  rim: Int32Array,
  intensity: Float64Array,
): Vorticity {
  const { kind } = lattice
  // Stays 0 in numbers that are no pixel, so that sums over neighbours may include them.
  const source = new Float64Array(kind.length)
  for (let i = 0; i < kind.length; i++) {
    if (kind[i] === KNOWN) source[i] = -laplacian(intensity, lattice, i)
  }

  return {
    source,
    carry(isophotes, viscosity) {
      relax(source, missing, lattice, isophotes, viscosity, 1)
      relax(source, missing, lattice, isophotes, viscosity, -1)
    },
    follow() {
      for (const i of rim) source[i] -= FOLLOWING * (source[i] + laplacian(intensity, lattice, i))
    },
  }
}

/**
 * One sweep of Gauss and Seidel. With h t a step along the isophote in p, c its strength, ν the
 * viscosity and μ the friction, w(p) becomes what satisfies
 *
 *     c (w(p + h t) - 2 w(p) + w(p - h t)) + ν Δw(p) - μ (1 - c) w(p) = 0,
 *
 * an average of the others, and less: no sweep can overshoot.
 */
function relax(
  source: Float64Array,
  missing: Int32Array,
  { kind, up, down }: Lattice,
  { strengths, corners, fractions }: Isophotes,
  viscosity: number,
  direction: 1 | -1,
): void {
  const last = missing.length - 1
  for (let n = direction > 0 ? 0 : last; n >= 0 && n <= last; n += direction) {
    const i = missing[n]
    const above = up[i]
    const below = down[i]
    const c = strengths[n]
    const ends =
      between(source, corners, fractions, 4 * n) + between(source, corners, fractions, 4 * n + 2)
    const beside = source[i - 1] + source[i + 1] + source[above] + source[below]
    const degree =
      (kind[i - 1] === NO_PIXEL ? 0 : 1) +
      (kind[i + 1] === NO_PIXEL ? 0 : 1) +
      (above === 0 ? 0 : 1) +
      (below === 0 ? 0 : 1)
    source[i] = (c * ends + viscosity * beside) / (2 * c + viscosity * degree + FRICTION * (1 - c))
  }
}

/** Bilinear, at the point `at` of the isophotes. */
function between(
  plane: Float64Array,
  corners: Int32Array,
  fractions: Float64Array,
  at: number,
): number {
  const a = corners[at]
  const b = corners[at + 1]
  const right = fractions[at]
  const upper = plane[a] + right * (plane[a + 1] - plane[a])
  const lower = plane[b] + right * (plane[b + 1] - plane[b])
  return upper + fractions[at + 1] * (lower - upper)
}

/** The sum of the differences to the neighbours inside the image. */
function laplacian(plane: Float64Array, { kind, up, down }: Lattice, i: number): number {
  let sum = 0
  if (kind[i - 1] !== NO_PIXEL) sum += plane[i - 1] - plane[i]
  if (kind[i + 1] !== NO_PIXEL) sum += plane[i + 1] - plane[i]
  if (up[i] !== 0) sum += plane[up[i]] - plane[i]
  if (down[i] !== 0) sum += plane[down[i]] - plane[i]
  return sum
}

/** Of pixels near missing ones, the known ones beside one. */
export function rimOf(near: Int32Array, { kind, up, down }: Lattice): Int32Array {
  const rim: number[] = []
  for (const i of near) {
    const beside = kind[i - 1] | kind[i + 1] | kind[up[i]] | kind[down[i]]
    if (kind[i] === KNOWN && beside & UNKNOWN) rim.push(i)
  }
  return Int32Array.from(rim)
}
