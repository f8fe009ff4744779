import type { Layout } from './layout'
import type { Workspace } from './workspace'

/** The first pass of a batch, of radix 4, straight from the caller's memory. */
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
    let first = to | 0
    let t = table | 0
    for (let p = 0; p < m; p++) {
      const w1Re = wRe[t]
      const w1Im = wIm[t]
      const w2Re = wRe[t + 1]
      const w2Im = wIm[t + 1]
      const w3Re = wRe[t + 2]
      const w3Im = wIm[t + 2]
      let i = (at + p * stride) | 0
      for (
        const end = (first + batch) | 0;
        first < end;
        first = (first + 1) | 0, i = (i + step) | 0
      ) {
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
        let o = first
        re[o] = acRe + bdRe
        im[o] = acIm + bdIm
        let x = aRe + bIm
        let y = aIm - bRe
        o = (o + batch) | 0
        re[o] = x * w1Re - y * w1Im
        im[o] = x * w1Im + y * w1Re
        x = acRe - bdRe
        y = acIm - bdIm
        o = (o + batch) | 0
        re[o] = x * w2Re - y * w2Im
        im[o] = x * w2Im + y * w2Re
        x = aRe - bIm
        y = aIm + bRe
        o = (o + batch) | 0
        re[o] = x * w3Re - y * w3Im
        im[o] = x * w3Im + y * w3Re
      }
      first = (first + 3 * batch) | 0
      t = (t + 3) | 0
    }
  }
}

/**
 * `gather4` for a single transform. With a loop for the factors, which are others each time, around one for the
 * batch, V8 would run out of registers: both in one kernel take 1.2 to 1.4 times as long.
 */
export function createGatherSingle4(workspace: Workspace) {
  return function gatherSingle4(
    fromRe: Float64Array,
    fromIm: Float64Array,
    at: number,
    { stride, shift }: Layout,
    to: number,
    m: number,
    table: number,
  ): void {
    const { re, im, wRe, wIm } = workspace
    const leap = (stride * m) | 0
    let i = at | 0
    let o = to | 0
    let t = table | 0
    for (const end = (i + leap) | 0; i < end; i = (i + stride) | 0) {
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
      re[o] = acRe + bdRe
      im[o] = acIm + bdIm
      let x = aRe + bIm
      let y = aIm - bRe
      let cos = wRe[t]
      let sin = wIm[t]
      t = (t + 1) | 0
      o = (o + 1) | 0
      re[o] = x * cos - y * sin
      im[o] = x * sin + y * cos
      x = acRe - bdRe
      y = acIm - bdIm
      cos = wRe[t]
      sin = wIm[t]
      t = (t + 1) | 0
      o = (o + 1) | 0
      re[o] = x * cos - y * sin
      im[o] = x * sin + y * cos
      x = aRe - bIm
      y = aIm + bRe
      cos = wRe[t]
      sin = wIm[t]
      t = (t + 1) | 0
      o = (o + 1) | 0
      re[o] = x * cos - y * sin
      im[o] = x * sin + y * cos
      o = (o + 1) | 0
    }
  }
}
