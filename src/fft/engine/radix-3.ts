import type { Pass } from './pass'
import type { Workspace } from './workspace'

/** Radix 3. */
export function createRadix3(workspace: Workspace): Pass {
  return function radix3(from, to, s, m, table) {
    const { re, im, wRe, wIm } = workspace
    const cos1 = -0.5
    const sin1 = 0.8660254037844386
    const leap = (s * m) | 0
    let i = from | 0
    let first = to | 0
    let t = table | 0
    for (let p = 0; p < m; p++) {
      const w1Re = wRe[t]
      const w1Im = wIm[t]
      const w2Re = wRe[t + 1]
      const w2Im = wIm[t + 1]
      for (const end = (i + s) | 0; i < end; i = (i + 1) | 0, first = (first + 1) | 0) {
        const i1 = (i + leap) | 0
        const i2 = (i1 + leap) | 0
        const x0Re = re[i]
        const x0Im = im[i]
        const x1Re = re[i1]
        const x1Im = im[i1]
        const x2Re = re[i2]
        const x2Im = im[i2]
        const a1Re = x1Re + x2Re
        const a1Im = x1Im + x2Im
        const b1Re = x1Re - x2Re
        const b1Im = x1Im - x2Im
        const t1Re = x0Re + cos1 * a1Re
        const t1Im = x0Im + cos1 * a1Im
        const u1Re = sin1 * b1Re
        const u1Im = sin1 * b1Im
        let o = first
        re[o] = x0Re + a1Re
        im[o] = x0Im + a1Im
        let x = t1Re + u1Im
        let y = t1Im - u1Re
        o = (o + s) | 0
        re[o] = x * w1Re - y * w1Im
        im[o] = x * w1Im + y * w1Re
        x = t1Re - u1Im
        y = t1Im + u1Re
        o = (o + s) | 0
        re[o] = x * w2Re - y * w2Im
        im[o] = x * w2Im + y * w2Re
      }
      first = (first + 2 * s) | 0
      t = (t + 2) | 0
    }
  }
}
