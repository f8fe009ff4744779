import type { Workspace } from './workspace'

/** The last pass of a single transform, of radix 4, its results multiplied by a spectrum on their way. */
export function createProduct(workspace: Workspace) {
  return function product(
    from: number,
    to: number,
    s: number,
    byRe: Float64Array,
    byIm: Float64Array,
  ): void {
    const { re, im } = workspace
    for (let q = 0; q < s; q = (q + 1) | 0) {
      const q1 = (q + s) | 0
      const q2 = (q1 + s) | 0
      const q3 = (q2 + s) | 0
      const i = (from + q) | 0
      const i1 = (i + s) | 0
      const i2 = (i1 + s) | 0
      const i3 = (i2 + s) | 0
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
      let u = byRe[q]
      let v = byIm[q]
      let o = (to + q) | 0
      re[o] = x * u - y * v
      im[o] = x * v + y * u
      x = aRe + bIm
      y = aIm - bRe
      u = byRe[q1]
      v = byIm[q1]
      o = (o + s) | 0
      re[o] = x * u - y * v
      im[o] = x * v + y * u
      x = acRe - bdRe
      y = acIm - bdIm
      u = byRe[q2]
      v = byIm[q2]
      o = (o + s) | 0
      re[o] = x * u - y * v
      im[o] = x * v + y * u
      x = aRe - bIm
      y = aIm + bRe
      u = byRe[q3]
      v = byIm[q3]
      o = (o + s) | 0
      re[o] = x * u - y * v
      im[o] = x * v + y * u
    }
  }
}
