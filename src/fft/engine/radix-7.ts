import type { Pass } from './pass'
import type { Workspace } from './workspace'

/** Radix 7. */
export function createRadix7(workspace: Workspace): Pass {
  return function radix7(from, to, s, m, table) {
    const { re, im, wRe, wIm } = workspace
    const cos1 = 0.6234898018587335
    const sin1 = 0.7818314824680298
    const cos2 = -0.2225209339563144
    const sin2 = 0.9749279121818236
    const cos3 = -0.9009688679024191
    const sin3 = 0.4338837391175581
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
      for (const end = (i + s) | 0; i < end; i = (i + 1) | 0, first = (first + 1) | 0) {
        const i1 = (i + leap) | 0
        const i2 = (i1 + leap) | 0
        const i3 = (i2 + leap) | 0
        const i4 = (i3 + leap) | 0
        const i5 = (i4 + leap) | 0
        const i6 = (i5 + leap) | 0
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
        const a1Re = x1Re + x6Re
        const a1Im = x1Im + x6Im
        const b1Re = x1Re - x6Re
        const b1Im = x1Im - x6Im
        const a2Re = x2Re + x5Re
        const a2Im = x2Im + x5Im
        const b2Re = x2Re - x5Re
        const b2Im = x2Im - x5Im
        const a3Re = x3Re + x4Re
        const a3Im = x3Im + x4Im
        const b3Re = x3Re - x4Re
        const b3Im = x3Im - x4Im
        const t1Re = x0Re + cos1 * a1Re + cos2 * a2Re + cos3 * a3Re
        const t1Im = x0Im + cos1 * a1Im + cos2 * a2Im + cos3 * a3Im
        const u1Re = sin1 * b1Re + sin2 * b2Re + sin3 * b3Re
        const u1Im = sin1 * b1Im + sin2 * b2Im + sin3 * b3Im
        const t2Re = x0Re + cos2 * a1Re + cos3 * a2Re + cos1 * a3Re
        const t2Im = x0Im + cos2 * a1Im + cos3 * a2Im + cos1 * a3Im
        const u2Re = sin2 * b1Re - sin3 * b2Re - sin1 * b3Re
        const u2Im = sin2 * b1Im - sin3 * b2Im - sin1 * b3Im
        const t3Re = x0Re + cos3 * a1Re + cos1 * a2Re + cos2 * a3Re
        const t3Im = x0Im + cos3 * a1Im + cos1 * a2Im + cos2 * a3Im
        const u3Re = sin3 * b1Re - sin1 * b2Re + sin2 * b3Re
        const u3Im = sin3 * b1Im - sin1 * b2Im + sin2 * b3Im
        let o = first
        re[o] = x0Re + a1Re + a2Re + a3Re
        im[o] = x0Im + a1Im + a2Im + a3Im
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
        x = t3Re + u3Im
        y = t3Im - u3Re
        o = (o + s) | 0
        re[o] = x * w3Re - y * w3Im
        im[o] = x * w3Im + y * w3Re
        x = t3Re - u3Im
        y = t3Im + u3Re
        o = (o + s) | 0
        re[o] = x * w4Re - y * w4Im
        im[o] = x * w4Im + y * w4Re
        x = t2Re - u2Im
        y = t2Im + u2Re
        o = (o + s) | 0
        re[o] = x * w5Re - y * w5Im
        im[o] = x * w5Im + y * w5Re
        x = t1Re - u1Im
        y = t1Im + u1Re
        o = (o + s) | 0
        re[o] = x * w6Re - y * w6Im
        im[o] = x * w6Im + y * w6Re
      }
      first = (first + 6 * s) | 0
      t = (t + 6) | 0
    }
  }
}
