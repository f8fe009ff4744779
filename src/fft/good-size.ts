import { checkLength } from './arguments'
import { goodLength } from './engine/good-length'

/**
 * The length of at least `n` that transforms fastest: what to pad to where padding is allowed.
 *
 * It comes from measured costs, not from the size of the factors: a lone 2 costs as much as a 4, and
 * a 7 more than twice that. The answers may change from version to version.
 *
 * @param n The least length, 1 to 2^24.
 * @returns A length from `n` to the next power of two.
 * @throws {TypeError} `n` is no number.
 * @throws {RangeError} `n` is not a whole number in range.
 * @example
 * ```ts
 * import { goodSize } from 'isophote/fft'
 *
 * console.log(goodSize(1009)) // 1024
 * ```
 */
export function goodSize(n: number): number {
  checkLength('n', n)
  return goodLength(n)
}
