import type { Workspace } from './workspace'

/**
 * The last pass, of radix 4, for two real rows a and b that were transformed as a + i b: what comes
 * out is the half spectrum of each.
 *
 * They are what mirroring tells apart, A[k] = (X[k] + conj X[n - k]) / 2 and B[k] = (X[k] - conj
 * X[n - k]) / 2i. The butterflies q and s - q have four such pairs between them, so the spectrum of
 * a + i b never goes through memory. What is written is twice A and B: the columns' transform halves it.
 */
export function createScatterRows(workspace: Workspace) {
  return function scatterRows(
    from: number,
    s: number,
    toRe: Float64Array,
    toIm: Float64Array,
    at: number,
  ): void {
    const { re, im } = workspace
    const b = (at + 2 * s + 1) | 0
    for (let q = 0; q <= s >> 1; q++) {
      // In the first butterfly 0 mirrors 0, s mirrors 3s, and 2s itself.
      const r = q === 0 ? 0 : (s - q) | 0
      let i = (from + q) | 0
      let i1 = (i + s) | 0
      let i2 = (i1 + s) | 0
      let i3 = (i2 + s) | 0
      let x0Re = re[i]
      let x0Im = im[i]
      let x1Re = re[i1]
      let x1Im = im[i1]
      let x2Re = re[i2]
      let x2Im = im[i2]
      let x3Re = re[i3]
      let x3Im = im[i3]
      let acRe = x0Re + x2Re
      let acIm = x0Im + x2Im
      let bdRe = x1Re + x3Re
      let bdIm = x1Im + x3Im
      let aRe = x0Re - x2Re
      let aIm = x0Im - x2Im
      let bRe = x1Re - x3Re
      let bIm = x1Im - x3Im
      const q0Re = acRe + bdRe
      const q0Im = acIm + bdIm
      const q1Re = aRe + bIm
      const q1Im = aIm - bRe
      const q2Re = acRe - bdRe
      const q2Im = acIm - bdIm
      const q3Re = aRe - bIm
      const q3Im = aIm + bRe
      if (q === 0) {
        const middle = (2 * s) | 0
        toRe[at] = 2 * q0Re
        toIm[at] = 0
        toRe[b] = 2 * q0Im
        toIm[b] = 0
        toRe[at + s] = q1Re + q3Re
        toIm[at + s] = q1Im - q3Im
        toRe[b + s] = q1Im + q3Im
        toIm[b + s] = q3Re - q1Re
        toRe[at + middle] = 2 * q2Re
        toIm[at + middle] = 0
        toRe[b + middle] = 2 * q2Im
        toIm[b + middle] = 0
        continue
      }
      i = (from + r) | 0
      i1 = (i + s) | 0
      i2 = (i1 + s) | 0
      i3 = (i2 + s) | 0
      x0Re = re[i]
      x0Im = im[i]
      x1Re = re[i1]
      x1Im = im[i1]
      x2Re = re[i2]
      x2Im = im[i2]
      x3Re = re[i3]
      x3Im = im[i3]
      acRe = x0Re + x2Re
      acIm = x0Im + x2Im
      bdRe = x1Re + x3Re
      bdIm = x1Im + x3Im
      aRe = x0Re - x2Re
      aIm = x0Im - x2Im
      bRe = x1Re - x3Re
      bIm = x1Im - x3Im
      const r0Re = acRe + bdRe
      const r0Im = acIm + bdIm
      const r1Re = aRe + bIm
      const r1Im = aIm - bRe
      const r2Re = acRe - bdRe
      const r2Im = acIm - bdIm
      const r3Re = aRe - bIm
      const r3Im = aIm + bRe
      let a = (at + q) | 0
      let c = (b + q) | 0
      toRe[a] = q0Re + r3Re
      toIm[a] = q0Im - r3Im
      toRe[c] = q0Im + r3Im
      toIm[c] = r3Re - q0Re
      a = (a + s) | 0
      c = (c + s) | 0
      toRe[a] = q1Re + r2Re
      toIm[a] = q1Im - r2Im
      toRe[c] = q1Im + r2Im
      toIm[c] = r2Re - q1Re
      a = (at + r) | 0
      c = (b + r) | 0
      toRe[a] = r0Re + q3Re
      toIm[a] = r0Im - q3Im
      toRe[c] = r0Im + q3Im
      toIm[c] = q3Re - r0Re
      a = (a + s) | 0
      c = (c + s) | 0
      toRe[a] = r1Re + q2Re
      toIm[a] = r1Im - q2Im
      toRe[c] = r1Im + q2Im
      toIm[c] = q2Re - r1Re
    }
  }
}
