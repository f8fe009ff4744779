import type { Workspace } from './workspace'

/** The largest radix `radix-odd` has room for. */
export const largestRadix = 63

/**
 * Any odd radix, after the formula: r^2 multiplications, halved by adding and subtracting the
 * inputs j and r - j first.
 *
 * @param roots Where exp(-2 pi i k / r) for k = 0, 1, ... start among the tables.
 */
export function createRadixOdd(workspace: Workspace) {
  const size = (largestRadix + 1) / 2
  const scratch = {
    sumRe: new Float64Array(size),
    sumIm: new Float64Array(size),
    differenceRe: new Float64Array(size),
    differenceIm: new Float64Array(size),
  }
  return function radixOdd(
    radix: number,
    roots: number,
    from: number,
    to: number,
    s: number,
    m: number,
    table: number,
  ): void {
    const { re, im, wRe, wIm } = workspace
    const { sumRe, sumIm, differenceRe, differenceIm } = scratch
    const half = (radix - 1) >> 1
    const leap = (s * m) | 0
    let i = from | 0
    let first = to | 0
    let t = table | 0
    for (let p = 0; p < m; p++) {
      for (const end = (i + s) | 0; i < end; i = (i + 1) | 0, first = (first + 1) | 0) {
        const x0Re = re[i]
        const x0Im = im[i]
        let totalRe = x0Re
        let totalIm = x0Im
        let a = i
        let b = (i + radix * leap) | 0
        for (let j = 1; j <= half; j++) {
          a = (a + leap) | 0
          b = (b - leap) | 0
          const aRe = re[a]
          const aIm = im[a]
          const bRe = re[b]
          const bIm = im[b]
          sumRe[j] = aRe + bRe
          sumIm[j] = aIm + bIm
          differenceRe[j] = aRe - bRe
          differenceIm[j] = aIm - bIm
          totalRe += sumRe[j]
          totalIm += sumIm[j]
        }
        re[first] = totalRe
        im[first] = totalIm
        let low = first
        let high = (first + radix * s) | 0
        for (let k = 1; k <= half; k++) {
          let evenRe = x0Re
          let evenIm = x0Im
          let oddRe = 0
          let oddIm = 0
          let jk = 0
          for (let j = 1; j <= half; j++) {
            jk = (jk + k) | 0
            if (jk >= radix) jk = (jk - radix) | 0
            const cos = wRe[roots + jk]
            const sin = wIm[roots + jk]
            evenRe += cos * sumRe[j]
            evenIm += cos * sumIm[j]
            oddRe += sin * differenceRe[j]
            oddIm += sin * differenceIm[j]
          }
          low = (low + s) | 0
          high = (high - s) | 0
          const up = (t + k - 1) | 0
          let x = evenRe - oddIm
          let y = evenIm + oddRe
          re[low] = x * wRe[up] - y * wIm[up]
          im[low] = x * wIm[up] + y * wRe[up]
          const down = (t + radix - 1 - k) | 0
          x = evenRe + oddIm
          y = evenIm - oddRe
          re[high] = x * wRe[down] - y * wIm[down]
          im[high] = x * wIm[down] + y * wRe[down]
        }
      }
      first = (first + (radix - 1) * s) | 0
      t = (t + radix - 1) | 0
    }
  }
}
