import { radicesOf } from './factors'

/** Nanoseconds a pass takes for each number, as measured: only their ratios matter. */
const passes: Record<number, number> = { 2: 0.83, 3: 0.82, 4: 0.87, 5: 1.5, 7: 2.6, 8: 1.5 }

/** Copying into the workspace and out of it, where the first or the last pass cannot do it. */
const copyIn = 0.9
const copyOut = 1.05

/**
 * Nanoseconds a transform of length n takes, whose prime factors are 2, 3, 5 and 7, within 5 %; up to 2048 those with
 * a pass of 8 take 5 to 7 % less than this, for it comes last there.
 */
export function costOf(n: number): number {
  const radices = radicesOf(n) ?? []
  const ends4 = radices.length > 1 && radices[radices.length - 1] === 4
  const copies = (radices[0] === 4 ? 0 : copyIn) + (ends4 ? 0 : copyOut)
  const perNumber = radices.reduce((sum, radix) => sum + passes[radix], copies)
  return n * perNumber + 20 * radices.length
}
