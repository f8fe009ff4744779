import { radicesOf } from './factors'
import { createGather, createGather4 } from './gather'
import type { Layout } from './layout'
import { createRadix2 } from './radix-2'
import { createRadix3 } from './radix-3'
import { createRadix4 } from './radix-4'
import { createRadix5 } from './radix-5'
import { createRadix7 } from './radix-7'
import { createRadix8 } from './radix-8'
import { createRadixOdd } from './radix-odd'
import { createScatter, createScatter4 } from './scatter'
import { createTables } from './tables'
import { regionSize, secondRegion, type Workspace } from './workspace'

interface Stage {
  readonly radix: number
  readonly s: number
  readonly m: number
  /** Where its twiddle factors start, counted from the plan's. */
  readonly table: number
  /** For radices without a kernel of their own. */
  readonly roots: number
}

/** A length that is transformed inside the workspace. */
export interface DirectPlan {
  readonly n: number
  readonly stages: readonly Stage[]
  readonly factors: number
  tables: number
  generation: number
}

/** The longest transform that is faster in one piece. */
export const longestDirect = 16384

/** How many transforms of a batch run at once; more gain nothing. */
const mostAtOnce = 32

export function createDirect(workspace: Workspace) {
  const gather = createGather(workspace)
  const gather4 = createGather4(workspace)
  const scatter = createScatter(workspace)
  const scatter4 = createScatter4(workspace)
  const radix2 = createRadix2(workspace)
  const radix3 = createRadix3(workspace)
  const radix4 = createRadix4(workspace)
  const radix5 = createRadix5(workspace)
  const radix7 = createRadix7(workspace)
  const radix8 = createRadix8(workspace)
  const radixOdd = createRadixOdd(workspace)
  const tables = createTables(workspace)

  function pass(stage: Stage, from: number, to: number, batch: number, start: number): void {
    const { radix, m } = stage
    const s = (stage.s * batch) | 0
    const table = (start + stage.table) | 0
    if (radix === 4) radix4(from, to, s, m, table)
    else if (radix === 8) radix8(from, to, s, m, table)
    else if (radix === 3) radix3(from, to, s, m, table)
    else if (radix === 5) radix5(from, to, s, m, table)
    else if (radix === 2) radix2(from, to, s, m, table)
    else if (radix === 7) radix7(from, to, s, m, table)
    else radixOdd(radix, (start + stage.roots) | 0, from, to, s, m, table)
  }

  function fillTables(plan: DirectPlan): void {
    const { n, stages } = plan
    plan.tables = tables.reserve(plan.factors)
    plan.generation = tables.generation
    for (const { radix, s, m, table, roots } of stages) {
      let at = plan.tables + table
      for (let p = 0; p < m; p++) for (let k = 1; k < radix; k++) tables.set(at++, p * k * s, n)
      if (roots >= 0) for (let k = 0; k < radix; k++) tables.set(plan.tables + roots + k, k, radix)
    }
  }

  return function transform(
    plan: DirectPlan,
    fromRe: Float64Array,
    fromIm: Float64Array,
    fromAt: number,
    from: Layout,
    toRe: Float64Array,
    toIm: Float64Array,
    toAt: number,
    to: Layout,
    batch: number,
    divisor: number,
  ): void {
    if (plan.generation !== tables.generation) fillTables(plan)
    const { n, stages } = plan
    const atOnce = Math.min(mostAtOnce, (regionSize / n) | 0)
    const startsWith4 = stages.length > 0 && stages[0].radix === 4
    const endsWith4 = stages.length > 1 && stages[stages.length - 1].radix === 4
    const end = endsWith4 ? stages.length - 1 : stages.length
    for (let done = 0; done < batch; done += atOnce) {
      const count = Math.min(atOnce, batch - done)
      const inAt = (fromAt + done * from.step) | 0
      const outAt = (toAt + done * to.step) | 0
      let here = 0
      let there = secondRegion
      let k = 0
      if (startsWith4) {
        gather4(fromRe, fromIm, inAt, from, count, here, stages[0].m, plan.tables)
        k = 1
      } else {
        gather(fromRe, fromIm, inAt, from, count, here, n)
      }
      for (; k < end; k++) {
        pass(stages[k], here, there, count, plan.tables)
        const swap = here
        here = there
        there = swap
      }
      if (endsWith4) scatter4(here, n / 4, count, toRe, toIm, outAt, to, divisor)
      else scatter(here, n, count, toRe, toIm, outAt, to, divisor)
    }
  }
}

/** `undefined` if n has a prime factor too large, or is too long itself. */
export function directPlan(n: number): DirectPlan | undefined {
  const radices = n <= longestDirect ? radicesOf(n) : undefined
  if (!radices) return undefined
  const stages: Stage[] = []
  let s = 1
  let factors = 0
  for (const radix of radices) {
    const m = n / s / radix
    const table = factors
    factors += m * (radix - 1)
    const roots = radix > 8 ? factors : -1
    if (radix > 8) factors += radix
    stages.push({ radix, s, m, table, roots })
    s *= radix
  }
  return { n, stages, factors, tables: 0, generation: 0 }
}
