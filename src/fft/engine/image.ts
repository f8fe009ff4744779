import type { Complex } from '../complex'
import { type Kept, remember } from './cache'
import { keyOf, sidesOf } from './image-key'
import type { Layout } from './layout'
import { planFor } from './plans'

/** Transforms of images of complex numbers: rows first, then columns. */
export interface ImagePlan extends Kept {
  forward(from: Complex, to: Complex): void
  inverse(from: Complex, to: Complex): void
}

export function imagePlanFor(width: number, height: number): ImagePlan {
  return planForKey(keyOf(width, height))
}

/** Transforms the columns alone, in place. */
export function transformColumns({ re, im }: Complex, width: number, height: number): void {
  const columns: Layout = { stride: width, step: 1, shift: 0 }
  planFor(height).transform(re, im, 0, columns, re, im, 0, columns, width, 1)
}

/** Up to this width, rows transform faster in batches than one by one. */
const widestBatch = 64

const planForKey = /* @__PURE__ */ remember((key): ImagePlan => {
  const { width, height } = sidesOf(key)
  const ofRows = planFor(width)
  const ofColumns = planFor(height)
  const rows: Layout = { stride: 1, step: width, shift: 0 }
  const columns: Layout = { stride: width, step: 1, shift: 0 }
  const rowsAtOnce = width > widestBatch ? 1 : height

  function transform(
    fromRe: Float64Array,
    fromIm: Float64Array,
    toRe: Float64Array,
    toIm: Float64Array,
    divisor: number,
  ): void {
    for (let y = 0; y < height; y += rowsAtOnce) {
      const at = y * width
      ofRows.transform(fromRe, fromIm, at, rows, toRe, toIm, at, rows, rowsAtOnce, 1)
    }
    ofColumns.transform(toRe, toIm, 0, columns, toRe, toIm, 0, columns, width, divisor)
  }

  return {
    doubles: 0,
    forward: (from, to) => transform(from.re, from.im, to.re, to.im, 1),
    inverse: (from, to) => transform(from.im, from.re, to.im, to.re, width * height),
  }
})
