import type { Complex } from '../complex'
import type { Layout } from './layout'
import type { Plan } from './plan'

/**
 * Convolves columns of an image, side by side from `at`, with others: multiplies their spectra by those
 * in `by` (`sign` 1) or the conjugates of these (-1), and divides by `divisor`, which has to have the
 * factor n.
 *
 * @param byAt Where in `by` the first of them starts.
 * @param byStride From one row of `by` to the next.
 */
export function convolveColumns(
  plan: Plan,
  image: Complex,
  at: number,
  columns: Layout,
  batch: number,
  by: Complex,
  byAt: number,
  byStride: number,
  sign: 1 | -1,
  divisor: number,
): void {
  const { re, im } = image
  if (plan.convolve) {
    plan.convolve(image, at, columns, batch, by, byAt, byStride, sign, divisor)
    return
  }
  plan.transform(re, im, at, columns, re, im, at, columns, batch, 1)
  for (let y = 0; y < plan.n; y++) {
    multiplyRow(image, at + y * columns.stride, by, byAt + y * byStride, batch, sign)
  }
  plan.transform(im, re, at, columns, im, re, at, columns, batch, divisor)
}

function multiplyRow(
  { re, im }: Complex,
  at: number,
  by: Complex,
  byAt: number,
  count: number,
  sign: 1 | -1,
): void {
  const byRe = by.re
  const byIm = by.im
  for (let i = at, b = byAt; i < at + count; i++, b++) {
    const x = re[i]
    const y = im[i]
    const v = sign * byIm[b]
    re[i] = x * byRe[b] - y * v
    im[i] = x * v + y * byRe[b]
  }
}
