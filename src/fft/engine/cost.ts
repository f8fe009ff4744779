import { radicesOf } from './factors'

/** Nanoseconds a number costs in a pass of each radix. */
const passes = new Map([
  [2, 1],
  [3, 1],
  [4, 1],
  [5, 1.3],
  [7, 1.6],
  [8, 1.5],
])

export function directCost(n: number): number {
  const radices = radicesOf(n)
  if (!radices) return Infinity
  return n * radices.reduce((sum, radix) => sum + (passes.get(radix) ?? 0.2 * radix), 0)
}
