import { powerOfTwo } from './binary'

/** e^x, within one unit in the last place; the same bits in every engine. */
export function exp(x: number): number {
  return expOfSum(x, 0)
}

/** e^(high + low) where `low` is what `high` was rounded by, or 0. */
export function expOfSum(high: number, low: number): number {
  if (high >= 710) return Infinity
  if (high < -746) return 0
  // e^x = 2^k e^r with |r| <= ln(2) / 2. The product with the first part of ln(2) is exact.
  const k = Math.round(high / Math.LN2)
  const far = high - k * LN2_HIGH
  const near = low - k * LN2_LOW
  const r = far + near
  const rounded = near - (r - far)
  // 1 / 2! + r / 3! + ... The factorials are exact.
  let series = 0
  for (let n = 13, factorial = 6_227_020_800; n > 1; factorial /= n, n--) {
    series = 1 / factorial + r * series
  }
  const y = 1 + (r + (r * r * series + rounded))
  // In two steps: near the ends of the range, 2^k is out of it and the result is not.
  const half = k >> 1
  return y * powerOfTwo(half) * powerOfTwo(k - half)
}

/** ln(2), its first 32 bits. */
export const LN2_HIGH = 0.6931471803691238
/** And the rest. */
export const LN2_LOW = 1.9082149292705877e-10
