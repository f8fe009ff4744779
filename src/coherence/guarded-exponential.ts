import { powerOfTwo } from '../exact-math/binary'
import { exp } from '../exact-math/exp'

/** A weight is multiplied by 2^64 and added to 1: where all of them vanish, the plain mean results. */
const guardBits = 64

/** Below this power of two nothing is left beside the 1, which has 53 bits. */
const leastBits = -118

/** Steps of the table for each power of two. */
const steps = 64

/**
 * Makes the function that gives 1 + 2^64 exp(exponent) factor, for exponents from 0 downwards and
 * factors from 0 to 1.
 *
 * `Math.exp` would take half the time of a fill. The nearest of the table's steps and six terms of
 * the exponential's series are good to 2e-14 of it.
 */
export function createGuardedExponential(): (exponent: number, factor: number) => number {
  const perStep = Math.LN2 / steps
  const stepsPerUnit = steps / Math.LN2
  const least = leastBits * Math.LN2
  /** 2^64 times the exponential at `-n * perStep`. */
  const table = new Float64Array(1 - leastBits * steps)
  for (let n = 0; n < steps; n++) table[n] = powerOfTwo(guardBits) * exp(-n * perStep)
  for (let n = steps; n < table.length; n++) table[n] = table[n - steps] / 2

  return (exponent, factor) => {
    if (exponent < least) return 1
    const n = (0.5 - exponent * stepsPerUnit) | 0
    const r = exponent + n * perStep
    const series = 1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r / 120))))
    return 1 + table[n] * series * factor
  }
}
