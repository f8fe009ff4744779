import { pow } from '../exact-math/pow'
import type { Slopes } from './slopes'

/** Shortens slopes as a prior `|slope|^exponent` wants it. */
export type Shrink = (slopes: Slopes, duals: Slopes, scale: number) => void

/**
 * One step of the alternating directions for the prior `|v|^exponent`. Of each slope s and its dual
 * e, the split-off slope v is that which minimises `|v|^exponent + (scale |v - s - e|)^2 / 2` up to
 * units; the new dual is `s + e - v`, and `v` less that dual is left in the place of s.
 */
export function shrinkFor(exponent: number): Shrink {
  const factors = shrinkage(exponent)
  const farFactors = farShrinkage(exponent)
  return (slopes, duals, scale) => {
    shrinkPair(slopes.right, slopes.down, duals.right, duals.down, factors, farFactors, scale)
    const { downRight, downLeft } = slopes
    shrinkPair(downRight, downLeft, duals.downRight, duals.downLeft, factors, farFactors, scale)
  }
}

function shrinkPair(
  sx: Float64Array,
  sy: Float64Array,
  ex: Float64Array,
  ey: Float64Array,
  factors: Float64Array,
  farFactors: Float64Array,
  scale: number,
): void {
  for (let i = 0; i < sx.length; i++) {
    const x = sx[i] + ex[i]
    const y = sy[i] + ey[i]
    const t = Math.sqrt(x * x + y * y) * scale
    let factor: number
    if (t < tableEnd) {
      const at = t * stepsPerUnit
      const below = Math.floor(at)
      factor = factors[below] + (at - below) * (factors[below + 1] - factors[below])
    } else {
      const at = farSteps / t
      const below = Math.floor(at)
      factor = farFactors[below] + (at - below) * (farFactors[below + 1] - farFactors[below])
    }
    ex[i] = x - factor * x
    ey[i] = y - factor * y
    sx[i] = factor * x - ex[i]
    sy[i] = factor * y - ey[i]
  }
}

/**
 * The minimiser of `|v|^exponent + (v - t)^2 / 2` over v, divided by t, for t from 0 to `tableEnd`
 * in steps of `1 / stepsPerUnit`.
 */
export function shrinkage(exponent: number): Float64Array {
  // Where the minimiser leaves 0: it jumps to `least`, unless the exponent is 1.
  const least = pow(2 * (1 - exponent), 1 / (2 - exponent))
  const threshold = exponent < 1 ? least / 2 + pow(least, exponent - 1) : 1
  return Float64Array.from({ length: tableEnd * stepsPerUnit + 1 }, (_, i) => {
    const t = i / stepsPerUnit
    if (t <= threshold) return 0
    let v = t
    // Newton's method, from above, where the slope is convex.
    for (let step = 0; step < 20; step++) {
      const slope = exponent * pow(v, exponent - 1) + v - t
      v -= slope / (1 - exponent * (1 - exponent) * pow(v, exponent - 2))
    }
    return v / t
  })
}

/**
 * The same for t beyond `tableEnd`, where its first-order expansion is exact to six digits: over 1 / t,
 * in steps of `1 / farSteps`.
 */
function farShrinkage(exponent: number): Float64Array {
  return Float64Array.from(
    { length: farSteps / tableEnd + 2 },
    (_, i) => 1 - exponent * pow(i / farSteps, 2 - exponent),
  )
}

const farSteps = 2 ** 14
const tableEnd = 64
const stepsPerUnit = 64
