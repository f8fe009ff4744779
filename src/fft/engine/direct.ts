import type { Complex } from '../complex'
import { createGather } from './gather'
import { createGather4, createGatherSingle4 } from './gather-4'
import { createGatherInOrder } from './gather-in-order'
import { type Layout, planar } from './layout'
import type { Convolution } from './plan'
import { createProduct } from './product'
import { createRadix2 } from './radix-2'
import { createRadix3 } from './radix-3'
import { createRadix4 } from './radix-4'
import { createRadix5 } from './radix-5'
import { createRadix7 } from './radix-7'
import { createRadix8 } from './radix-8'
import { createRadixOdd } from './radix-odd'
import { createScatter, createScatter4 } from './scatter'
import { createScatter8 } from './scatter-8'
import { createScatterInOrder } from './scatter-in-order'
import { createScatterRows } from './scatter-rows'
import { createTables } from './tables'
import { regionSize, secondRegion, type Workspace } from './workspace'

/** A pass, and the names it has in its formula. */
interface Stage {
  readonly radix: number
  readonly s: number
  readonly m: number
  /** Where its twiddle factors start, counted from the plan's. */
  readonly table: number
  /** Where the roots of its radix start, for radices without a kernel of their own; else -1. */
  readonly roots: number
}

/** A length that is transformed inside the workspace. */
export interface DirectPlan {
  readonly n: number
  readonly stages: readonly Stage[]
  readonly startsWith4: boolean
  /** The radix of a last pass that writes its results to the caller's memory; 0 for none. */
  readonly last: 0 | 4 | 8
  /** About how many transforms of a batch run at once. */
  readonly atOnce: number
  /** How many twiddle factors it has. */
  readonly factors: number
  /** Where they are, as long as the tables are of this generation. */
  tables: number
  generation: number
}

/** About how many transforms of a batch run at once, and how many numbers they may have together. */
const mostAtOnce = 96
const mostNumbers = 131_072

/** All that works in the workspace. To be called once, or none of it is fast. */
export function createDirect(workspace: Workspace) {
  const gather = createGather(workspace)
  const gather4 = createGather4(workspace)
  const gatherSingle4 = createGatherSingle4(workspace)
  const scatter = createScatter(workspace)
  const scatter4 = createScatter4(workspace)
  const scatter8 = createScatter8(workspace)
  const scatterRows = createScatterRows(workspace)
  const gatherInOrder = createGatherInOrder(workspace)
  const product = createProduct(workspace)
  const scatterInOrder = createScatterInOrder(workspace)
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

  /** All passes but a last one of radix 4 or 8; tells in which region the numbers are then. */
  function passes(
    plan: DirectPlan,
    fromRe: Float64Array,
    fromIm: Float64Array,
    at: number,
    from: Layout,
    batch: number,
    here = 0,
  ): number {
    if (plan.generation !== tables.generation) fillTables(plan)
    const { n, startsWith4, tables: table } = plan
    if (startsWith4 && batch === 1) gatherSingle4(fromRe, fromIm, at, from, here, n >> 2, table)
    else if (startsWith4) gather4(fromRe, fromIm, at, from, batch, here, n >> 2, table)
    else gather(fromRe, fromIm, at, from, batch, here, n)
    return middlePasses(plan, here, batch, startsWith4 ? 1 : 0)
  }

  /** The same without the first, of radix 4, or from another on. */
  function middlePasses(plan: DirectPlan, from: number, batch: number, first = 1): number {
    const { stages, last } = plan
    const end = last ? stages.length - 1 : stages.length
    let here = from
    let there = from < secondRegion ? secondRegion : 0
    for (let k = first; k < end; k++) {
      pass(stages[k], here, there, batch, plan.tables)
      const swap = here
      here = there
      there = swap
    }
    return here
  }

  function transform(
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
    const { atOnce } = plan
    const share = shareOf(batch, atOnce)
    for (let done = 0; done < batch; done += share) {
      const count = Math.min(share, batch - done)
      const at = (toAt + done * to.step) | 0
      const here = passes(plan, fromRe, fromIm, (fromAt + done * from.step) | 0, from, count)
      leave(plan, here, count, toRe, toIm, at, to, divisor)
    }
  }

  /** What is left of a transform after its passes. */
  function leave(
    { n, last }: DirectPlan,
    here: number,
    batch: number,
    toRe: Float64Array,
    toIm: Float64Array,
    at: number,
    to: Layout,
    divisor: number,
  ): void {
    if (last === 4) scatter4(here, n >> 2, batch, toRe, toIm, at, to, divisor)
    else if (last === 8) scatter8(here, n >> 3, batch, toRe, toIm, at, to, divisor)
    else scatter(here, n, batch, toRe, toIm, at, to, divisor)
  }

  function transformRows(
    plan: DirectPlan,
    image: Float64Array,
    at: number,
    rows: Layout,
    toRe: Float64Array,
    toIm: Float64Array,
    toAt: number,
  ): void {
    // The first region's end is out of the way of what `transformImage` gathers at its start.
    const here = passes(plan, image, image, at, rows, 1, (regionSize - plan.n) | 0)
    scatterRows(here, plan.n >> 2, toRe, toIm, toAt)
  }

  /** A real image whose rows' spectra fit a region, with room for a row: the columns find them there, in one batch. */
  function transformImage(
    ofRows: DirectPlan,
    ofColumns: DirectPlan,
    image: Float64Array,
    toRe: Float64Array,
    toIm: Float64Array,
  ): void {
    const { re, im } = workspace
    const { n: width } = ofRows
    const { n: height } = ofColumns
    const half = ((width >> 1) + 1) | 0
    const rows: Layout = { stride: 1, step: 0, shift: width }
    for (let y = 0; y < height; y += 2) {
      // Of an odd number of rows, the last but one is transformed twice.
      const top = Math.min(y, height - 2)
      transformRows(ofRows, image, top * width, rows, re, im, top * half)
    }
    if (ofColumns.generation !== tables.generation) fillTables(ofColumns)
    const here = middlePasses(ofColumns, 0, half, 0)
    const columns: Layout = { stride: half, step: 1, shift: 0 }
    leave(ofColumns, here, half, toRe, toIm, 0, columns, 2)
  }

  /** A prime length as a convolution of length n, which never leaves the workspace. */
  function transformPrime(
    plan: DirectPlan,
    { order, back, kernel }: Convolution,
    fromRe: Float64Array,
    fromIm: Float64Array,
    fromAt: number,
    from: Layout,
    toRe: Float64Array,
    toIm: Float64Array,
    toAt: number,
    to: Layout,
    divisor: number,
  ): void {
    if (plan.generation !== tables.generation) fillTables(plan)
    const { n, stages } = plan
    const { m } = stages[0]
    const { re, im } = workspace
    const x = fromRe[fromAt]
    const y = fromIm[(fromAt + from.shift) | 0]
    gatherInOrder(fromRe, fromIm, fromAt, from.stride, from.shift, order, 0, m, plan.tables)
    const here = middlePasses(plan, 0, 1)
    const there = here === 0 ? secondRegion : 0
    product(here, there, n >> 2, 1, kernel.re, kernel.im, 0, 1, 1)
    // The kernel's first is -1 / n.
    const sumRe = x - n * im[there]
    const sumIm = y - n * re[there]
    // x[0] is a term of every element: a constant, so it goes into the spectrum's first.
    re[there] += y
    im[there] += x
    gatherSingle4(re, im, there, planar, here, m, plan.tables)
    const last = middlePasses(plan, here, 1)
    const end = (toAt + to.shift) | 0
    scatterInOrder(last, n >> 2, back, toIm, toRe, end, to.stride, -to.shift, divisor)
    toRe[toAt] = sumRe / divisor
    toIm[end] = sumIm / divisor
  }

  /** Columns convolved with others: on the way there and back they stay in the workspace. */
  function convolve(
    plan: DirectPlan,
    { re, im }: Complex,
    at: number,
    columns: Layout,
    batch: number,
    by: Complex,
    byAt: number,
    byStride: number,
    sign: 1 | -1,
    divisor: number,
  ): void {
    const { n, stages, atOnce } = plan
    const share = shareOf(batch, atOnce)
    for (let done = 0; done < batch; done += share) {
      const first = (at + done) | 0
      const count = Math.min(share, batch - done)
      const here = passes(plan, re, im, first, columns, count)
      const there = here === 0 ? secondRegion : 0
      product(here, there, n >> 2, count, by.re, by.im, (byAt + done) | 0, byStride, sign)
      pass(stages[0], there, here, count, plan.tables)
      const last = middlePasses(plan, here, count)
      scatter4(last, n >> 2, count, im, re, first, columns, divisor)
    }
  }

  return { transform, transformRows, transformImage, transformPrime, convolve }
}

/** About how many transforms of length n run at once. */
export function atOnceOf(n: number): number {
  return Math.max(1, Math.min(mostAtOnce, Math.floor(mostNumbers / n)))
}

/** How many of a batch run at once: even shares, as the columns of half a spectrum are one more than a power of two. */
export function shareOf(batch: number, atOnce: number): number {
  return batch > atOnce ? Math.ceil(batch / Math.round(batch / atOnce)) : batch
}

/** `radices` from the first pass to the last; their product is n. */
export function directPlan(n: number, radices: readonly number[]): DirectPlan {
  const stages: Stage[] = []
  const last = radices.length > 1 ? radices[radices.length - 1] : 0
  let s = 1
  let factors = 0
  for (const radix of radices) {
    const m = (n / s / radix) | 0
    const table = factors
    factors += m * (radix - 1)
    const roots = radix > 8 ? factors : -1
    if (radix > 8) factors += radix
    stages.push({ radix, s, m, table, roots })
    s *= radix
  }
  return {
    n,
    stages,
    startsWith4: radices[0] === 4,
    last: last === 4 || last === 8 ? last : 0,
    atOnce: atOnceOf(n),
    factors,
    tables: 0,
    generation: 0,
  }
}
