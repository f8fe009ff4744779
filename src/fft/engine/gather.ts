import type { Layout } from './layout'
import type { Workspace } from './workspace'

/** Copies a batch into the workspace as it is. */
export function createGather(workspace: Workspace) {
  return function gather(
    fromRe: Float64Array,
    fromIm: Float64Array,
    at: number,
    { stride, step, shift }: Layout,
    batch: number,
    to: number,
    n: number,
  ): void {
    const { re, im } = workspace
    // A single transform is one long inner loop rather than a long outer one.
    const single = batch === 1
    const outer = single ? 1 : n
    const inner = single ? n : batch
    const iStep = single ? stride : step
    let o = to | 0
    for (let p = 0; p < outer; p++) {
      let i = (at + p * stride) | 0
      for (const end = (o + inner) | 0; o < end; o = (o + 1) | 0, i = (i + iStep) | 0) {
        re[o] = fromRe[i]
        im[o] = fromIm[(i + shift) | 0]
      }
    }
  }
}

/** The first pass, of radix 4, straight from the caller's memory. */
export function createGather4(workspace: Workspace) {
  return function gather4(
    fromRe: Float64Array,
    fromIm: Float64Array,
    at: number,
    { stride, step, shift }: Layout,
    batch: number,
    to: number,
    m: number,
    table: number,
  ): void {
    const { re, im, wRe, wIm } = workspace
    const leap = (stride * m) | 0
    // As above; then the factors are others each time.
    const single = batch === 1
    const outer = single ? 1 : m
    const inner = single ? m : batch
    const iStep = single ? stride : step
    const oStep = single ? 4 : 1
    const tStep = single ? 3 : 0
    let o = to | 0
    let t = table | 0
    for (let p = 0; p < outer; p++) {
      let i = (at + p * stride) | 0
      for (let q = 0; q < inner; q++) {
        const i1 = (i + leap) | 0
        const i2 = (i1 + leap) | 0
        const i3 = (i2 + leap) | 0
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
        const o1 = (o + batch) | 0
        const o2 = (o1 + batch) | 0
        const o3 = (o2 + batch) | 0
        re[o] = acRe + bdRe
        im[o] = acIm + bdIm
        let x = aRe + bIm
        let y = aIm - bRe
        let cos = wRe[t]
        let sin = wIm[t]
        re[o1] = x * cos - y * sin
        im[o1] = x * sin + y * cos
        x = acRe - bdRe
        y = acIm - bdIm
        cos = wRe[t + 1]
        sin = wIm[t + 1]
        re[o2] = x * cos - y * sin
        im[o2] = x * sin + y * cos
        x = aRe - bIm
        y = aIm + bRe
        cos = wRe[t + 2]
        sin = wIm[t + 2]
        re[o3] = x * cos - y * sin
        im[o3] = x * sin + y * cos
        i = (i + iStep) | 0
        o = (o + oStep) | 0
        t = (t + tStep) | 0
      }
      o = (o + 3 * batch) | 0
      t = (t + 3) | 0
    }
  }
}
