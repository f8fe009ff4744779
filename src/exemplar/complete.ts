import type { Level } from './level'
import { differenceOn, type Terms } from './matcher'
import { peel } from './peel'
import type { Random } from './random'
import { refine } from './refine'
import { measureCosts, sweep } from './sweep'
import { vote } from './vote'

/**
 * Completes a pyramid from the coarsest level to the finest: matching and voting in turns (Y. Wexler,
 * E. Shechtman, M. Irani 2007). Leaves in each level's grid where its patches are copied from.
 *
 * @param offsets Steps worth trying, in pixels of the finest level.
 * @param report Called now and then with the share of the work done, and with a level that is finished.
 */
export function complete(
  levels: readonly Level[],
  termsOf: (level: Level) => Terms,
  offsets: Int32Array,
  random: Random,
  report: (share: number, finished?: Level) => void,
): void {
  const coarsest = levels.length - 1
  const work = levels.map(({ grid }, n) => grid.targets.length * effort(n, coarsest))
  const total = work.reduce((sum, share) => sum + share, 0)
  let done = 0
  for (let n = coarsest; n >= 0; n--) {
    const level = levels[n]
    const terms = termsOf(level)
    const difference = differenceOn(level, terms)
    if (n === coarsest) peel(level, terms, random)
    else {
      refine(levels[n + 1], level, random)
      vote(level, level.missing)
    }
    const { rounds, passes } = turns(n, coarsest)
    const options = {
      reach: n === coarsest ? widest(level) : 32,
      isGlobal: n === coarsest,
      offsets: offsets.map((step) => Math.round(step / level.scale)),
    }
    for (let round = 0; round < rounds; round++) {
      measureCosts(level, difference)
      for (let pass = 0; pass < passes; pass++) {
        sweep(level, difference, random, { ...options, isForward: pass % 2 === 0 })
        report((done + (work[n] * (round + (pass + 1) / passes)) / rounds) / total)
      }
      if (n === 0 && round === rounds - 1) break
      if (vote(level, level.missing) < SETTLED) break
    }
    done += work[n]
    report(done / total, level)
  }
}

/** Few turns suffice where a coarser level has decided what goes where. */
function turns(n: number, coarsest: number) {
  if (n === coarsest) return { rounds: 10, passes: 5 }
  return n > 0 ? { rounds: 4, passes: 2 } : { rounds: 2, passes: 2 }
}

function effort(n: number, coarsest: number): number {
  const { rounds, passes } = turns(n, coarsest)
  return rounds * passes
}

/** In grey levels: where votes change less, further rounds would not show. */
const SETTLED = 0.15

function widest({ width, height }: Level): number {
  let reach = 1
  while (reach * 2 < Math.max(width, height)) reach *= 2
  return reach
}
