import type { Pass } from './pass'
import type { Workspace } from './workspace'

/**
 * Radix 8: sums of inputs four apart go through one radix 4, and their differences, turned by multiples of
 * an eighth of a circle, through another.
 */
export function createRadix8(workspace: Workspace): Pass {
  return function radix8(from, to, s, m, table) {
    const { re, im, wRe, wIm } = workspace
    const leap = (s * m) | 0
    let i = from | 0
    let first = to | 0
    let t = table | 0
    for (let p = 0; p < m; p++) {
      const w1Re = wRe[t]
      const w1Im = wIm[t]
      const w2Re = wRe[t + 1]
      const w2Im = wIm[t + 1]
      const w3Re = wRe[t + 2]
      const w3Im = wIm[t + 2]
      const w4Re = wRe[t + 3]
      const w4Im = wIm[t + 3]
      const w5Re = wRe[t + 4]
      const w5Im = wIm[t + 4]
      const w6Re = wRe[t + 5]
      const w6Im = wIm[t + 5]
      const w7Re = wRe[t + 6]
      const w7Im = wIm[t + 6]
      for (const end = (i + s) | 0; i < end; i = (i + 1) | 0, first = (first + 1) | 0) {
        const i1 = (i + leap) | 0
        const i2 = (i1 + leap) | 0
        const i3 = (i2 + leap) | 0
        const i4 = (i3 + leap) | 0
        const i5 = (i4 + leap) | 0
        const i6 = (i5 + leap) | 0
        const i7 = (i6 + leap) | 0
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
        const e1Re = eRe + gIm
        const e1Im = eIm - gRe
        const e3Re = eRe - gIm
        const e3Im = eIm + gRe
        const p1Re = fRe + hIm
        const p1Im = fIm - hRe
        const p3Re = fRe - hIm
        const p3Im = fIm + hRe
        const f1Re = (p1Re + p1Im) * Math.SQRT1_2
        const f1Im = (p1Im - p1Re) * Math.SQRT1_2
        const f3Re = (p3Im - p3Re) * Math.SQRT1_2
        const f3Im = (p3Re + p3Im) * -Math.SQRT1_2
        let o = first
        re[o] = acRe + bdRe
        im[o] = acIm + bdIm
        let x = e1Re + f1Re
        let y = e1Im + f1Im
        o = (o + s) | 0
        re[o] = x * w1Re - y * w1Im
        im[o] = x * w1Im + y * w1Re
        x = a2Re + b2Im
        y = a2Im - b2Re
        o = (o + s) | 0
        re[o] = x * w2Re - y * w2Im
        im[o] = x * w2Im + y * w2Re
        x = e3Re + f3Re
        y = e3Im + f3Im
        o = (o + s) | 0
        re[o] = x * w3Re - y * w3Im
        im[o] = x * w3Im + y * w3Re
        x = acRe - bdRe
        y = acIm - bdIm
        o = (o + s) | 0
        re[o] = x * w4Re - y * w4Im
        im[o] = x * w4Im + y * w4Re
        x = e1Re - f1Re
        y = e1Im - f1Im
        o = (o + s) | 0
        re[o] = x * w5Re - y * w5Im
        im[o] = x * w5Im + y * w5Re
        x = a2Re - b2Im
        y = a2Im + b2Re
        o = (o + s) | 0
        re[o] = x * w6Re - y * w6Im
        im[o] = x * w6Im + y * w6Re
        x = e3Re - f3Re
        y = e3Im - f3Im
        o = (o + s) | 0
        re[o] = x * w7Re - y * w7Im
        im[o] = x * w7Im + y * w7Re
      }
      first = (first + 7 * s) | 0
      t = (t + 7) | 0
    }
  }
}
