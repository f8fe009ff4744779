import { largestRadix } from './radix-odd'

/**
 * The radices of a transform of length n, first to last; `undefined` if a prime factor is too large.
 *
 * Fours come first and last, where they read and write the caller's memory.
 */
export function radicesOf(n: number): number[] | undefined {
  const radices: number[] = []
  let rest = n
  for (let factor = 3; factor <= largestRadix; factor += 2) {
    for (; rest % factor === 0; rest /= factor) radices.push(factor)
  }
  if (rest & (rest - 1)) return undefined
  // What is left is a power of two: fours, and a 2 or an 8 if it takes an odd one.
  const twos = Math.log2(rest)
  if (twos % 2) radices.push(twos === 1 ? 2 : 8)
  const fours = twos % 2 ? (twos === 1 ? 0 : (twos - 3) / 2) : twos / 2
  const front = Math.ceil(fours / 2)
  return [...Array(front).fill(4), ...radices.reverse(), ...Array(fours - front).fill(4)]
}
