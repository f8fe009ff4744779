import type { Workspace } from '../fast-marching/workspace'
import type { IsophoteDisc } from './isophote-disc'

/**
 * The weighted sums over the disc around a pixel, of which OpenCV's Navier-Stokes is the quotient.
 *
 * They run over all pixels of the disc, known or not, two opposite ones at a time: both have the same
 * vector but for its sign, which the weight does not see. The gradient of a pixel that is not known
 * is 0 and so is its weight; telling the known ones apart first takes longer. What is left out is the
 * least weight of neighbours at right angles to their isophote, too little to matter where there are
 * others.
 */
export interface PairSums {
  readonly begin: (radius: number, plane: number) => void
  /** Sums one channel, whose samples start at `c`, around the rows found, as if it were the first. */
  readonly sumOne: (c: number) => void
  /** Sums three channels. */
  readonly sumThree: () => void
  /** The weighted samples of each, at the indices 0 to 2, and the weights from 3 on. */
  readonly sums: Float64Array
}

export function createPairSums(
  { I, gradX, gradY, neighbours }: Workspace,
  { rx, ry }: IsophoteDisc,
): PairSums {
  const { middle, half, end } = neighbours
  const sums = new Float64Array(6)
  let radius = 0
  let plane = 0
  /** Entries before the disc's centre: each of them is opposite to one after it. */
  let pairs = 0

  function begin(discRadius: number, size: number): void {
    radius = discRadius
    plane = size
    pairs = (end[2 * radius] - 1) / 2
  }

  function sumOne(c: number): void {
    // Read into variables of its own, the loop is 1.07x as fast; the one over three channels is not.
    const value = I
    const x = gradX
    const y = gradY
    let Ac = 0
    let sc = 0
    for (let row = 0, k = 0; row <= radius; row++) {
      const last = Math.min(end[row], pairs)
      let q = c + middle[row] - half[row]
      let o = c + middle[2 * radius - row] + half[row]
      for (; k < last; k++, q++, o--) {
        const wq = Math.abs(rx[k] * x[q] + ry[k] * y[q])
        const wo = Math.abs(rx[k] * x[o] + ry[k] * y[o])
        Ac += wq * value[q] + wo * value[o]
        sc += wq + wo
      }
    }
    sums[0] = Ac
    sums[3] = sc
  }

  function sumThree(): void {
    let A0 = 0
    let A1 = 0
    let A2 = 0
    let s0 = 0
    let s1 = 0
    let s2 = 0
    const green = plane
    const blue = 2 * plane
    for (let row = 0, k = 0; row <= radius; row++) {
      const last = Math.min(end[row], pairs)
      let q = middle[row] - half[row]
      let o = middle[2 * radius - row] + half[row]
      for (; k < last; k++, q++, o--) {
        const x = rx[k]
        const y = ry[k]
        const wq0 = Math.abs(x * gradX[q] + y * gradY[q])
        const wo0 = Math.abs(x * gradX[o] + y * gradY[o])
        A0 += wq0 * I[q] + wo0 * I[o]
        s0 += wq0 + wo0
        const qg = (q + green) | 0
        const og = (o + green) | 0
        const wq1 = Math.abs(x * gradX[qg] + y * gradY[qg])
        const wo1 = Math.abs(x * gradX[og] + y * gradY[og])
        A1 += wq1 * I[qg] + wo1 * I[og]
        s1 += wq1 + wo1
        const qb = (q + blue) | 0
        const ob = (o + blue) | 0
        const wq2 = Math.abs(x * gradX[qb] + y * gradY[qb])
        const wo2 = Math.abs(x * gradX[ob] + y * gradY[ob])
        A2 += wq2 * I[qb] + wo2 * I[ob]
        s2 += wq2 + wo2
      }
    }
    sums[0] = A0
    sums[1] = A1
    sums[2] = A2
    sums[3] = s0
    sums[4] = s1
    sums[5] = s2
  }

  return { begin, sumOne, sumThree, sums }
}
