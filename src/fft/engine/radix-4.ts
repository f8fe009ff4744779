import type { Pass } from './pass'
import type { Workspace } from './workspace'

/** Radix 4, the workhorse. */
export function createRadix4(workspace: Workspace): Pass {
  return function radix4(from, to, s, m, table) {
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
      for (const end = (i + s) | 0; i < end; i = (i + 1) | 0, first = (first + 1) | 0) {
        const i1 = (i + leap) | 0
        const i2 = (i1 + leap) | 0
        const i3 = (i2 + leap) | 0
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
        let o = first
        re[o] = acRe + bdRe
        im[o] = acIm + bdIm
        let x = aRe + bIm
        let y = aIm - bRe
        o = (o + s) | 0
        re[o] = x * w1Re - y * w1Im
        im[o] = x * w1Im + y * w1Re
        x = acRe - bdRe
        y = acIm - bdIm
        o = (o + s) | 0
        re[o] = x * w2Re - y * w2Im
        im[o] = x * w2Im + y * w2Re
        x = aRe - bIm
        y = aIm + bRe
        o = (o + s) | 0
        re[o] = x * w3Re - y * w3Im
        im[o] = x * w3Im + y * w3Re
      }
      first = (first + 3 * s) | 0
      t = (t + 3) | 0
    }
  }
}
