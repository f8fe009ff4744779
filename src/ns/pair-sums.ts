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
  /** Sums one channel, whose samples start at `c`, around the rows found; the result is at index 0. */
  readonly sumOne: (c: number) => void
  /** Sums three channels, at the indices 0 to 2. */
  readonly sumThree: () => void
  /** The weighted samples, and the weights. */
  readonly A: Float64Array
  readonly s: Float64Array
}

export function createPairSums(
  { I, gradX, gradY, neighbours }: Workspace,
  { rx, ry }: IsophoteDisc,
): PairSums {
  const { middle, half, end } = neighbours
  const A = new Float64Array(3)
  const s = new Float64Array(3)
  let radius = 0
  let green = 0
  let blue = 0
  /** Entries before the disc's centre: each of them is opposite to one after it. */
  let pairs = 0

  function begin(discRadius: number, plane: number): void {
    radius = discRadius
    green = plane
    blue = 2 * plane
    pairs = (end[2 * radius] - 1) / 2
  }

  function sumOne(c: number): void {
    let Ac = 0
    let sc = 0
    for (let row = 0, k = 0; row <= radius; row++) {
      const last = Math.min(end[row], pairs)
      let q = c + middle[row] - half[row]
      let o = c + middle[2 * radius - row] + half[row]
      for (; k < last; k++, q++, o--) {
        const wq = Math.abs(rx[k] * gradX[q] + ry[k] * gradY[q])
        const wo = Math.abs(rx[k] * gradX[o] + ry[k] * gradY[o])
        Ac += wq * I[q] + wo * I[o]
        sc += wq + wo
      }
    }
    A[0] = Ac
    s[0] = sc
  }

  function sumThree(): void {
    let A0 = 0
    let A1 = 0
    let A2 = 0
    let s0 = 0
    let s1 = 0
    let s2 = 0
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
        const wq1 = Math.abs(x * gradX[green + q] + y * gradY[green + q])
        const wo1 = Math.abs(x * gradX[green + o] + y * gradY[green + o])
        A1 += wq1 * I[green + q] + wo1 * I[green + o]
        s1 += wq1 + wo1
        const wq2 = Math.abs(x * gradX[blue + q] + y * gradY[blue + q])
        const wo2 = Math.abs(x * gradX[blue + o] + y * gradY[blue + o])
        A2 += wq2 * I[blue + q] + wo2 * I[blue + o]
        s2 += wq2 + wo2
      }
    }
    A[0] = A0
    A[1] = A1
    A[2] = A2
    s[0] = s0
    s[1] = s1
    s[2] = s2
  }

  return { begin, sumOne, sumThree, A, s }
}
