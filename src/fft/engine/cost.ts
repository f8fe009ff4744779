import { radicesOf } from './factors'

/** Nanoseconds a pass takes for each number, as measured: only their ratios matter. */
const passes: Record<number, number> = { 2: 0.87, 3: 0.85, 4: 0.85, 5: 1.63, 7: 2.76, 8: 1.47 }

/** Copying into the workspace and out of it, where the first or the last pass cannot do it. */
const copyIn = 0.78
const copyOut = 1.07

/** Nanoseconds a transform of length n takes, whose prime factors are 2, 3, 5 and 7, within 5 %. */
export function costOf(n: number): number {
  const radices = radicesOf(n) ?? []
  const ends4 = radices.length > 1 && radices[radices.length - 1] === 4
  const copies = (radices[0] === 4 ? 0 : copyIn) + (ends4 ? 0 : copyOut)
  const perNumber = radices.reduce((sum, radix) => sum + passes[radix], copies)
  return n * perNumber + 37 * radices.length
}
