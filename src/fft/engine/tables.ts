import { setRoot } from './roots'
import { tableSize, type Workspace } from './workspace'

/** Hands out room for tables of twiddle factors. When it is used up, all tables are void at once. */
export interface Tables {
  /** Changes when all tables become void. */
  generation: number
  /** Room for so many factors: where it starts. */
  reserve(count: number): number
  /** Sets factor `at` to exp(-2 pi i k / n). */
  set(at: number, k: number, n: number): void
}

export function createTables({ wRe, wIm }: Workspace): Tables {
  let used = 0
  const tables: Tables = {
    generation: 1,
    reserve(count) {
      if (used + count > tableSize) {
        used = 0
        tables.generation++
      }
      used += count
      return used - count
    },
    set: (at, k, n) => setRoot(k, n, wRe, wIm, at),
  }
  return tables
}
