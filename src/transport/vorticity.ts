import type { Lattice } from '../elliptic/lattice'
import { KNOWN, NO_PIXEL, UNKNOWN } from '../elliptic/pixel-kind'
import type { Isophotes } from './isophotes'
import type { Sides } from './sides'

/** How fast vorticity decays where no direction prevails; transport along a straight isophote is 1. */
const FRICTION = 0.12

/**
 * The negative of the vorticity, as the Poisson equation -ΔI = -w wants it: the Laplacian of a channel's
 * intensity in known pixels. In missing ones it is 0, and still to be carried there.
 */
export function sourceOf(intensity: Float64Array, { kind }: Lattice, sides: Sides): Float64Array {
  // It stays 0 in numbers that are no pixel, so that sums over neighbours may include them.
  const source = new Float64Array(kind.length)
  for (let i = 0; i < kind.length; i++) {
    if (kind[i] === KNOWN) source[i] = -laplacian(intensity, sides, i)
  }
  return source
}

/**
 * Carries vorticity into missing pixels, by one sweep of Gauss and Seidel in their order or against it. With h t a step along the isophote in p, c its strength, ν the
 * viscosity and μ the friction, w(p) becomes what satisfies
 *
 *     c (w(p + h t) - 2 w(p) + w(p - h t)) + ν Δw(p) - μ (1 - c) w(p) = 0,
 *
 * an average of the others, and less: no sweep can overshoot.
 */
export function carry(
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
      Number(kind[i - 1] !== NO_PIXEL) +
      Number(kind[i + 1] !== NO_PIXEL) +
      Number(kind[above] !== NO_PIXEL) +
      Number(kind[below] !== NO_PIXEL)
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
export function laplacian(
  plane: Float64Array,
  { left, right, above, below }: Sides,
  i: number,
): number {
  const middle = plane[i]
  return (
    plane[left[i]] -
    middle +
    (plane[right[i]] - middle) +
    (plane[above[i]] - middle) +
    (plane[below[i]] - middle)
  )
}

/** Of pixels near missing ones, the known ones beside one. */
export function rimOf(near: Int32Array, { kind, up, down }: Lattice): Int32Array {
  return near.filter((i) => {
    const beside = kind[i - 1] | kind[i + 1] | kind[up[i]] | kind[down[i]]
    return kind[i] === KNOWN && (beside & UNKNOWN) > 0
  })
}
