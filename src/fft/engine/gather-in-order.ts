import type { Workspace } from './workspace'

/** `gatherSingle4`, the numbers read in another order: j from where `order[j]` would be. */
export function createGatherInOrder(workspace: Workspace) {
  return function gatherInOrder(
    fromRe: Float64Array,
    fromIm: Float64Array,
    at: number,
    stride: number,
    shift: number,
    order: Int32Array,
    to: number,
    m: number,
    table: number,
  ): void {
    const { re, im, wRe, wIm } = workspace
    let o = to | 0
    let t = table | 0
    for (let p = 0; p < m; p = (p + 1) | 0) {
      const p1 = (p + m) | 0
      const p2 = (p1 + m) | 0
      const p3 = (p2 + m) | 0
      const i = (at + Math.imul(order[p], stride)) | 0
      const i1 = (at + Math.imul(order[p1], stride)) | 0
      const i2 = (at + Math.imul(order[p2], stride)) | 0
      const i3 = (at + Math.imul(order[p3], stride)) | 0
      const x0Re = fromRe[i]
      const x0Im = fromIm[(i + shift) | 0]
      const x1Re = fromRe[i1]
      const x1Im = fromIm[(i1 + shift) | 0]
      const x2Re = fromRe[i2]
      const x2Im = fromIm[(i2 + shift) | 0]
      const x3Re = fromRe[i3]
      const x3Im = fromIm[(i3 + shift) | 0]
      const acRe = x0Re + x2Re
      const acIm = x0Im + x2Im
      const aRe = x0Re - x2Re
      const aIm = x0Im - x2Im
      const bdRe = x1Re + x3Re
      const bdIm = x1Im + x3Im
      const bRe = x1Re - x3Re
      const bIm = x1Im - x3Im
      re[o] = acRe + bdRe
      im[o] = acIm + bdIm
      let x = aRe + bIm
      let y = aIm - bRe
      let cos = wRe[t]
      let sin = wIm[t]
      o = (o + 1) | 0
      re[o] = x * cos - y * sin
      im[o] = x * sin + y * cos
      x = acRe - bdRe
      y = acIm - bdIm
      cos = wRe[t + 1]
      sin = wIm[t + 1]
      o = (o + 1) | 0
      re[o] = x * cos - y * sin
      im[o] = x * sin + y * cos
      x = aRe - bIm
      y = aIm + bRe
      cos = wRe[t + 2]
      sin = wIm[t + 2]
      o = (o + 1) | 0
      re[o] = x * cos - y * sin
      im[o] = x * sin + y * cos
      o = (o + 1) | 0
      t = (t + 3) | 0
    }
  }
}
