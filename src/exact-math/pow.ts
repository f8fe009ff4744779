import { exponentOf, powerOfTwo } from './binary'
import { expOfSum, LN2_HIGH, LN2_LOW } from './exp'

/**
 * x^y for finite x from 0 upwards, within one unit in the last place; the same bits in every engine.
 *
 * An error of the logarithm is multiplied by y ln(x), up to 700: so it is computed as the sum of two
 * numbers, the second one what the first was rounded by (T. Dekker, "A floating-point technique for
 * extending the available precision", Numerische Mathematik 18, 1971).
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1
  if (x === 0) return y > 0 ? 0 : Infinity
  // x = 2^k m, m from sqrt(1/2) to sqrt(2).
  let k = exponentOf(x)
  let m = x / powerOfTwo(k)
  if (m > Math.SQRT2) {
    m /= 2
    k++
  }
  // ln(m) = 2 artanh(s) = 2 (s + s³/3 + s⁵/5 + ...) with s = (m - 1) / (m + 1), |s| < 0.172.
  const above = m - 1
  const below = m + 1
  const s = above / below
  const product = s * below
  const left = above - product - productError(s, below, product) - s * (m - (below - 1))
  const z = s * s
  let series = 0
  for (let odd = 23; odd >= 3; odd -= 2) series = 1 / odd + z * series
  const far = k * LN2_HIGH
  const near = 2 * s
  const high = far + near
  const low = sumError(far, near, high) + 2 * (left / below + s * z * series) + k * LN2_LOW
  const logarithm = high + low
  const rounded = low - (logarithm - high)
  const exponent = y * logarithm
  return expOfSum(
    exponent,
    Math.abs(exponent) < 800 ? productError(y, logarithm, exponent) + y * rounded : 0,
  )
}

/** What `product` lacks to be a times b. */
function productError(a: number, b: number, product: number): number {
  const aFar = a * SPLITTER - (a * SPLITTER - a)
  const aNear = a - aFar
  const bFar = b * SPLITTER - (b * SPLITTER - b)
  const bNear = b - bFar
  return aNear * bNear - (product - aFar * bFar - aNear * bFar - aFar * bNear)
}

/** What `sum` lacks to be a plus b. */
function sumError(a: number, b: number, sum: number): number {
  const bRounded = sum - a
  return a - (sum - bRounded) + (b - bRounded)
}

/** 2^27 + 1 leaves a double's first 26 bits. */
const SPLITTER = 134_217_729
