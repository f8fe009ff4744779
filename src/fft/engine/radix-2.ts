import type { Pass } from './pass'
import type { Workspace } from './workspace'

/** Radix 2. */
export function createRadix2(workspace: Workspace): Pass {
  return function radix2(from, to, s, m, table) {
    const { re, im, wRe, wIm } = workspace
    const leap = (s * m) | 0
    let i = from | 0
    let first = to | 0
    let t = table | 0
    for (let p = 0; p < m; p++) {
      const w1Re = wRe[t]
      const w1Im = wIm[t]
      for (const end = (i + s) | 0; i < end; i = (i + 1) | 0, first = (first + 1) | 0) {
        const i1 = (i + leap) | 0
        const aRe = re[i]
        const aIm = im[i]
        const bRe = re[i1]
        const bIm = im[i1]
        let o = first
        re[o] = aRe + bRe
        im[o] = aIm + bIm
        const x = aRe - bRe
        const y = aIm - bIm
        o = (o + s) | 0
        re[o] = x * w1Re - y * w1Im
        im[o] = x * w1Im + y * w1Re
      }
      first = (first + s) | 0
      t = (t + 1) | 0
    }
  }
}
