import type { Level } from './level'
import { differenceOn, type Terms } from './matcher'
import { peel } from './peel'
import type { Random } from './random'
import { refine } from './refine'
import { measureCosts, sweep } from './sweep'
import { vote } from './vote'

/**
 * Completes a pyramid from the coarsest level to the finest: matching and voting in turns (Y. Wexler,
 * E. Shechtman, M. Irani 2007). Leaves in the finest level's grid where each patch is copied from.
 *
 * @param report Called now and then with the share of the work done.
 */
export function complete(
  levels: readonly Level[],
  termsOf: (level: Level) => Terms,
  offsetsOf: (level: Level) => Int32Array,
  random: Random,
  report: (share: number, level: Level) => void,
): void {
  const coarsest = levels.length - 1
  // A level takes about four times the work of the one above it.
  const total = levels.reduce((sum, { missing }) => sum + missing.length, 0)
  let done = 0
  for (let n = coarsest; n >= 0; n--) {
    const level = levels[n]
    const terms = termsOf(level)
    const difference = differenceOn(level, terms)
    const offsets = offsetsOf(level)
    if (n === coarsest) peel(level, terms, random)
    else refine(levels[n + 1], level, random)
    if (n < coarsest) vote(level, level.missing)
    const rounds = n === coarsest ? 10 : n > 0 ? 3 : 2
    const passes = n === coarsest ? 5 : 2
    const reach = n === coarsest ? widest(level) : 32
    for (let round = 0; round < rounds; round++) {
      measureCosts(level, difference)
      for (let pass = 0; pass < passes; pass++) {
        sweep(level, difference, random, {
          reach,
          isGlobal: n === coarsest,
          isForward: pass % 2 === 0,
          offsets,
        })
      }
      report((done + (level.missing.length * (round + 1)) / rounds) / total, level)
      if (n === 0 && round === rounds - 1) break
      if (vote(level, level.missing) < SETTLED) break
    }
    done += level.missing.length
    report(done / total, level)
  }
}

/** In grey levels: where votes change less, further rounds would not show. */
const SETTLED = 0.15

function widest({ width, height }: Level): number {
  let reach = 1
  while (reach * 2 < Math.max(width, height)) reach *= 2
  return reach
}
