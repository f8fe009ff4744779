import type { Layout } from './layout'
import type { Workspace } from './workspace'

/** Copies a batch out of the workspace, divided by `divisor`. */
export function createScatter(workspace: Workspace) {
  return function scatter(
    from: number,
    n: number,
    batch: number,
    toRe: Float64Array,
    toIm: Float64Array,
    at: number,
    { stride, step, shift }: Layout,
    divisor: number,
  ): void {
    const { re, im } = workspace
    const scale = 1 / divisor
    // A single transform is one long inner loop rather than a long outer one.
    const single = batch === 1
    const outer = single ? 1 : n
    const inner = single ? n : batch
    const oStep = single ? stride : step
    let i = from | 0
    for (let p = 0; p < outer; p++) {
      let o = (at + p * stride) | 0
      for (const end = (i + inner) | 0; i < end; i = (i + 1) | 0, o = (o + oStep) | 0) {
        toRe[o] = re[i] * scale
        toIm[(o + shift) | 0] = im[i] * scale
      }
    }
  }
}

/** The last pass, of radix 4, straight to the caller's memory: it has no twiddle factors. */
export function createScatter4(workspace: Workspace) {
  return function scatter4(
    from: number,
    s: number,
    batch: number,
    toRe: Float64Array,
    toIm: Float64Array,
    at: number,
    { stride, step, shift }: Layout,
    divisor: number,
  ): void {
    const { re, im } = workspace
    const scale = 1 / divisor
    const leapIn = (s * batch) | 0
    const leapOut = (s * stride) | 0
    const single = batch === 1
    const outer = single ? 1 : s
    const inner = single ? s : batch
    const oStep = single ? stride : step
    let i = from | 0
    for (let p = 0; p < outer; p++) {
      let o = (at + p * stride) | 0
      for (const end = (i + inner) | 0; i < end; i = (i + 1) | 0, o = (o + oStep) | 0) {
        const i1 = (i + leapIn) | 0
        const i2 = (i1 + leapIn) | 0
        const i3 = (i2 + leapIn) | 0
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
        let k = o
        toRe[k] = (acRe + bdRe) * scale
        toIm[(k + shift) | 0] = (acIm + bdIm) * scale
        k = (k + leapOut) | 0
        toRe[k] = (aRe + bIm) * scale
        toIm[(k + shift) | 0] = (aIm - bRe) * scale
        k = (k + leapOut) | 0
        toRe[k] = (acRe - bdRe) * scale
        toIm[(k + shift) | 0] = (acIm - bdIm) * scale
        k = (k + leapOut) | 0
        toRe[k] = (aRe - bIm) * scale
        toIm[(k + shift) | 0] = (aIm + bRe) * scale
      }
    }
  }
}
