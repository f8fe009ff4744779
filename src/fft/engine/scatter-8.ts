import type { Layout } from './layout'
import type { Workspace } from './workspace'

/** The last pass, of radix 8, straight to the caller's memory: there it needs no twiddle factors. */
export function createScatter8(workspace: Workspace) {
  return function scatter8(
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
    const turned = scale * Math.SQRT1_2
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
        const i4 = (i3 + leapIn) | 0
        const i5 = (i4 + leapIn) | 0
        const i6 = (i5 + leapIn) | 0
        const i7 = (i6 + leapIn) | 0
        const x0Re = re[i]
        const x0Im = im[i]
        const x1Re = re[i1]
        const x1Im = im[i1]
        const x2Re = re[i2]
        const x2Im = im[i2]
        const x3Re = re[i3]
        const x3Im = im[i3]
        const x4Re = re[i4]
        const x4Im = im[i4]
        const x5Re = re[i5]
        const x5Im = im[i5]
        const x6Re = re[i6]
        const x6Im = im[i6]
        const x7Re = re[i7]
        const x7Im = im[i7]
        const aRe = x0Re + x4Re
        const aIm = x0Im + x4Im
        const eRe = x0Re - x4Re
        const eIm = x0Im - x4Im
        const bRe = x1Re + x5Re
        const bIm = x1Im + x5Im
        const fRe = x1Re - x5Re
        const fIm = x1Im - x5Im
        const cRe = x2Re + x6Re
        const cIm = x2Im + x6Im
        const gRe = x2Re - x6Re
        const gIm = x2Im - x6Im
        const dRe = x3Re + x7Re
        const dIm = x3Im + x7Im
        const hRe = x3Re - x7Re
        const hIm = x3Im - x7Im
        const acRe = aRe + cRe
        const acIm = aIm + cIm
        const bdRe = bRe + dRe
        const bdIm = bIm + dIm
        const a2Re = aRe - cRe
        const a2Im = aIm - cIm
        const b2Re = bRe - dRe
        const b2Im = bIm - dIm
        const e1Re = (eRe + gIm) * scale
        const e1Im = (eIm - gRe) * scale
        const e3Re = (eRe - gIm) * scale
        const e3Im = (eIm + gRe) * scale
        const p1Re = fRe + hIm
        const p1Im = fIm - hRe
        const p3Re = fRe - hIm
        const p3Im = fIm + hRe
        const f1Re = (p1Re + p1Im) * turned
        const f1Im = (p1Im - p1Re) * turned
        const f3Re = (p3Im - p3Re) * turned
        const f3Im = (p3Re + p3Im) * turned
        let k = o
        toRe[k] = (acRe + bdRe) * scale
        toIm[(k + shift) | 0] = (acIm + bdIm) * scale
        k = (k + leapOut) | 0
        toRe[k] = e1Re + f1Re
        toIm[(k + shift) | 0] = e1Im + f1Im
        k = (k + leapOut) | 0
        toRe[k] = (a2Re + b2Im) * scale
        toIm[(k + shift) | 0] = (a2Im - b2Re) * scale
        k = (k + leapOut) | 0
        toRe[k] = e3Re + f3Re
        toIm[(k + shift) | 0] = e3Im - f3Im
        k = (k + leapOut) | 0
        toRe[k] = (acRe - bdRe) * scale
        toIm[(k + shift) | 0] = (acIm - bdIm) * scale
        k = (k + leapOut) | 0
        toRe[k] = e1Re - f1Re
        toIm[(k + shift) | 0] = e1Im - f1Im
        k = (k + leapOut) | 0
        toRe[k] = (a2Re - b2Im) * scale
        toIm[(k + shift) | 0] = (a2Im + b2Re) * scale
        k = (k + leapOut) | 0
        toRe[k] = e3Re - f3Re
        toIm[(k + shift) | 0] = e3Im + f3Im
      }
    }
  }
}
