import type { Workspace } from './workspace'

/**
 * The last pass of a batch, of radix 4, its results multiplied by other spectra on their way. What it writes
 * are products with their parts exchanged: ready for the inverse.
 *
 * @param by Where the first of those spectra starts, a number of each coming next to that of the one before.
 * @param byStride From one number of a spectrum to the next.
 * @param sign -1 takes their conjugates.
 */
export function createProduct(workspace: Workspace) {
  return function product(
    from: number,
    to: number,
    s: number,
    batch: number,
    byRe: Float64Array,
    byIm: Float64Array,
    by: number,
    byStride: number,
    sign: 1 | -1,
  ): void {
    const { re, im } = workspace
    const leap = (s * batch) | 0
    const byLeap = (s * byStride) | 0
    // A single transform is one long inner loop rather than a long outer one.
    const single = batch === 1
    const outer = single ? 1 : s
    const inner = single ? s : batch
    const bStep = single ? byStride : 1
    let i = from | 0
    let o = to | 0
    for (let p = 0; p < outer; p++) {
      let b = (by + p * byStride) | 0
      for (const end = (i + inner) | 0; i < end; i = (i + 1) | 0) {
        const i1 = (i + leap) | 0
        const i2 = (i1 + leap) | 0
        const i3 = (i2 + leap) | 0
        const b1 = (b + byLeap) | 0
        const b2 = (b1 + byLeap) | 0
        const b3 = (b2 + byLeap) | 0
        const x0Re = re[i]
        const x0Im = im[i]
        const x1Re = re[i1]
        const x1Im = im[i1]
        const x2Re = re[i2]
        const x2Im = im[i2]
        const x3Re = re[i3]
        const x3Im = im[i3]
        const acRe = x0Re + x2Re
        const acIm = x0Im + x2Im
        const aRe = x0Re - x2Re
        const aIm = x0Im - x2Im
        const bdRe = x1Re + x3Re
        const bdIm = x1Im + x3Im
        const bRe = x1Re - x3Re
        const bIm = x1Im - x3Im
        let x = acRe + bdRe
        let y = acIm + bdIm
        let u = byRe[b]
        let v = sign * byIm[b]
        let k = o
        re[k] = x * v + y * u
        im[k] = x * u - y * v
        x = aRe + bIm
        y = aIm - bRe
        u = byRe[b1]
        v = sign * byIm[b1]
        k = (k + leap) | 0
        re[k] = x * v + y * u
        im[k] = x * u - y * v
        x = acRe - bdRe
        y = acIm - bdIm
        u = byRe[b2]
        v = sign * byIm[b2]
        k = (k + leap) | 0
        re[k] = x * v + y * u
        im[k] = x * u - y * v
        x = aRe - bIm
        y = aIm + bRe
        u = byRe[b3]
        v = sign * byIm[b3]
        k = (k + leap) | 0
        re[k] = x * v + y * u
        im[k] = x * u - y * v
        o = (o + 1) | 0
        b = (b + bStep) | 0
      }
    }
  }
}
