import type { Pass } from './pass'
import type { Workspace } from './workspace'

/** Radix 5. */
export function createRadix5(workspace: Workspace): Pass {
  return function radix5(from, to, s, m, table) {
    const { re, im, wRe, wIm } = workspace
    const cos1 = 0.30901699437494745
    const sin1 = 0.9510565162951535
    const cos2 = -0.8090169943749475
    const sin2 = 0.5877852522924731
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
      for (const end = (i + s) | 0; i < end; i = (i + 1) | 0, first = (first + 1) | 0) {
        const i1 = (i + leap) | 0
        const i2 = (i1 + leap) | 0
        const i3 = (i2 + leap) | 0
        const i4 = (i3 + leap) | 0
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
        const a1Re = x1Re + x4Re
        const a1Im = x1Im + x4Im
        const b1Re = x1Re - x4Re
        const b1Im = x1Im - x4Im
        const a2Re = x2Re + x3Re
        const a2Im = x2Im + x3Im
        const b2Re = x2Re - x3Re
        const b2Im = x2Im - x3Im
        const t1Re = x0Re + cos1 * a1Re + cos2 * a2Re
        const t1Im = x0Im + cos1 * a1Im + cos2 * a2Im
        const u1Re = sin1 * b1Re + sin2 * b2Re
        const u1Im = sin1 * b1Im + sin2 * b2Im
        const t2Re = x0Re + cos2 * a1Re + cos1 * a2Re
        const t2Im = x0Im + cos2 * a1Im + cos1 * a2Im
        const u2Re = sin2 * b1Re - sin1 * b2Re
        const u2Im = sin2 * b1Im - sin1 * b2Im
        let o = first
        re[o] = x0Re + a1Re + a2Re
        im[o] = x0Im + a1Im + a2Im
        let x = t1Re + u1Im
        let y = t1Im - u1Re
        o = (o + s) | 0
        re[o] = x * w1Re - y * w1Im
        im[o] = x * w1Im + y * w1Re
        x = t2Re + u2Im
        y = t2Im - u2Re
        o = (o + s) | 0
        re[o] = x * w2Re - y * w2Im
        im[o] = x * w2Im + y * w2Re
        x = t2Re - u2Im
        y = t2Im + u2Re
        o = (o + s) | 0
        re[o] = x * w3Re - y * w3Im
        im[o] = x * w3Im + y * w3Re
        x = t1Re - u1Im
        y = t1Im + u1Re
        o = (o + s) | 0
        re[o] = x * w4Re - y * w4Im
        im[o] = x * w4Im + y * w4Re
      }
      first = (first + 4 * s) | 0
      t = (t + 4) | 0
    }
  }
}
