import type { Workspace } from './workspace'

/** `scatter4` for a single transform, its results written in another order: k goes where `order[k]` would. */
export function createScatterInOrder(workspace: Workspace) {
  return function scatterInOrder(
    from: number,
    s: number,
    order: Int32Array,
    toRe: Float64Array,
    toIm: Float64Array,
    at: number,
    stride: number,
    shift: number,
    divisor: number,
  ): void {
    const { re, im } = workspace
    const scale = 1 / divisor
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
      let o = (at + Math.imul(order[q], stride)) | 0
      toRe[o] = (acRe + bdRe) * scale
      toIm[(o + shift) | 0] = (acIm + bdIm) * scale
      o = (at + Math.imul(order[q1], stride)) | 0
      toRe[o] = (aRe + bIm) * scale
      toIm[(o + shift) | 0] = (aIm - bRe) * scale
      o = (at + Math.imul(order[q2], stride)) | 0
      toRe[o] = (acRe - bdRe) * scale
      toIm[(o + shift) | 0] = (acIm - bdIm) * scale
      o = (at + Math.imul(order[q3], stride)) | 0
      toRe[o] = (aRe - bIm) * scale
      toIm[(o + shift) | 0] = (aIm + bRe) * scale
    }
  }
}
