import type { Layout } from './layout'
import type { Plan } from './plan'
import { createPlanes } from './planes'
import { setRoot } from './roots'

/** How many columns get their twiddle factors from one row of the table. */
const block = 64

/**
 * A transform too long for the workspace, as two rounds of short ones (Bailey's four steps): with
 * the input in n1 rows of n2 numbers,
 *
 * 1. transform the columns,
 * 2. multiply element (k1, j2) by w^(k1 j2),
 * 3. transform the rows,
 * 4. and read the result column by column.
 */
export function fourStepPlan(columns: Plan, rows: Plan): Plan {
  const n1 = columns.n
  const n2 = rows.n
  const n = n1 * n2
  // Rows a power of two apart would compete for the same lines of the cache.
  const pitch = n2 + 8
  const scratch = createPlanes(n1 * pitch)
  const inScratch: Layout = { stride: pitch, step: 1, shift: 0 }
  const rowsOfScratch: Layout = { stride: 1, step: pitch, shift: 0 }
  const twist = createTwist(n1, n2, pitch)

  // Derived from what the caller has, which is the same from call to call.
  let lastFrom: Layout | undefined
  let lastTo: Layout | undefined
  let ofColumns: Layout = inScratch
  let ofResult: Layout = inScratch

  return {
    n,
    doubles: 2 * (n1 * pitch + n1 * block + n1 * Math.ceil(n2 / block)),
    transform(fromRe, fromIm, fromAt, from, toRe, toIm, toAt, to, batch, divisor) {
      if (from !== lastFrom) ofColumns = { ...from, stride: from.stride * n2, step: from.stride }
      if (to !== lastTo) ofResult = { ...to, stride: to.stride * n1, step: to.stride }
      lastFrom = from
      lastTo = to
      const { re, im } = scratch
      for (let q = 0; q < batch; q++) {
        const start = fromAt + q * from.step
        for (let j = 0; j < n2; j += block) {
          const at = start + j * from.stride
          const count = Math.min(block, n2 - j)
          columns.transform(fromRe, fromIm, at, ofColumns, re, im, j, inScratch, count, 1)
          twist(re, im, j, count)
        }
        const end = toAt + q * to.step
        rows.transform(re, im, 0, rowsOfScratch, toRe, toIm, end, ofResult, n1, divisor)
      }
    },
  }
}

/**
 * Multiplies by w^(k1 j2). With j2 = J + q, where J is the first column of a block, that is
 * w^(k1 J) w^(k1 q): two small tables instead of one as large as the data.
 */
function createTwist(n1: number, n2: number, pitch: number) {
  const fine = createPlanes(n1 * block)
  const coarse = createPlanes(n1 * Math.ceil(n2 / block))
  const n = n1 * n2
  for (let k = 0; k < n1; k++) {
    for (let q = 0; q < block; q++) setRoot(k * q, n, fine.re, fine.im, k * block + q)
  }
  for (let J = 0, at = 0; J < n2; J += block) {
    for (let k = 0; k < n1; k++) setRoot(k * J, n, coarse.re, coarse.im, at++)
  }
  return (re: Float64Array, im: Float64Array, J: number, count: number): void => {
    const fineRe = fine.re
    const fineIm = fine.im
    let c = (J / block) * n1
    for (let k = 0; k < n1; k++, c++) {
      const cos = coarse.re[c]
      const sin = coarse.im[c]
      let i = (J + k * pitch) | 0
      let f = (k * block) | 0
      for (const end = (i + count) | 0; i < end; i = (i + 1) | 0, f = (f + 1) | 0) {
        const wRe = fineRe[f] * cos - fineIm[f] * sin
        const wIm = fineRe[f] * sin + fineIm[f] * cos
        const x = re[i]
        const y = im[i]
        re[i] = x * wRe - y * wIm
        im[i] = x * wIm + y * wRe
      }
    }
  }
}
