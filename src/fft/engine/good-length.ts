import { costOf } from './cost'

/** The length of at least n that transforms fastest. */
export function goodLength(n: number): number {
  let best = n
  let least = Infinity
  const limit = 2 ** Math.ceil(Math.log2(n))
  for (let a = 1; a <= limit; a *= 7) {
    for (let b = a; b <= limit; b *= 5) {
      for (let c = b; c <= limit; c *= 3) {
        const d = c * 2 ** Math.max(0, Math.ceil(Math.log2(n / c)))
        if (d > limit || d < n) continue
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
