import { largestRadix } from './radix-odd'

/**
 * The radices of a transform of length n, first to last; `undefined` if a prime factor is too large.
 *
 * Fours come first and last, where they read and write the caller's memory; a single one last.
 */
export function radicesOf(n: number): number[] | undefined {
  const radices: number[] = []
  let rest = n
  for (let factor = 3; factor <= largestRadix; factor += 2) {
    for (; rest % factor === 0; rest /= factor) radices.push(factor)
  }
  if (rest & (rest - 1)) return undefined
  // What is left is a power of two: fours, and a 2 or an 8 if it takes an odd one. An 8 costs less
  // than a 4 and a 2, but not if it takes the place of a first or last 4.
  const twos = 31 - Math.clz32(rest)
  const eight = twos % 2 === 1 && twos >= 7
  if (eight) radices.push(8)
  else if (twos % 2) radices.push(2)
  const fours = Math.floor(twos / 2) - (eight ? 1 : 0)
  const front = fours >> 1
  return [...Array(front).fill(4), ...radices.reverse(), ...Array(fours - front).fill(4)]
}
