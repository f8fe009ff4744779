import { costOf } from './cost'

/** The length of at least n that transforms fastest. */
export function goodLength(n: number): number {
  let best = n
  let least = Infinity
  let limit = 1
  while (limit < n) limit *= 2
  for (let a = 1; a <= limit; a *= 7) {
    for (let b = a; b <= limit; b *= 5) {
      for (let c = b; c <= limit; c *= 3) {
        let d = c
        while (d < n) d *= 2
        if (d > limit) continue
        const cost = costOf(d)
        if (cost < least || (cost === least && d < best)) {
          least = cost
          best = d
        }
      }
    }
  }
  return best
}
