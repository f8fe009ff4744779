import type { Workspace } from '../fast-marching/workspace'
import { leastShare } from './right-angle'
import type { Sums } from './sums'
import type { Weights } from './weights'

/**
 * Telea's weighted sums over the disc around a pixel of a grey image.
 *
 * They run over all pixels of the disc, known or not, two opposite ones at a time: both have the same
 * vector but for its sign, which the weight does not see, and one division serves both. Pixels that
 * are not known are so far away in `knownT` that their weight is nothing. With more channels, which
 * share the weights, telling the known pixels apart first is faster.
 */
export interface PairSums {
  readonly begin: (radius: number) => void
  /** Sums around the rows found, looking from the same pixel. */
  readonly sum: () => void
}

/** The distance of pixels that are not known; squared it must still be a number. */
export const NOT_KNOWN = 1e30

export function createPairSums(
  { knownT, I, gradX, gradY, neighbours }: Workspace,
  { front, nearX, nearY, rightAngle }: Weights,
  sums: Sums,
): PairSums {
  const { middle, half, end, dx } = neighbours
  let radius = 0
  /** Entries before the disc's centre: each of them is opposite to one after it. */
  let pairs = 0

  function begin(discRadius: number): void {
    radius = discRadius
    pairs = (end[2 * radius] - 1) / 2
  }

  function sum(): void {
    const Tp = front[0]
    const x = front[1]
    const y = front[2]
    let A = 0
    let Jx = 0
    let Jy = 0
    let s = 0
    for (let row = 0, k = 0; row <= radius; row++) {
      const last = Math.min(end[row], pairs)
      let q = middle[row] - half[row]
      let o = middle[2 * radius - row] + half[row]
      let rowJy = 0
      for (; k < last; k++, q++, o--) {
        let product = Math.abs(nearX[k] * x + nearY[k] * y)
        const limit = rightAngle[k]
        const atRightAngle = limit * leastShare
        if (product <= limit) product = atRightAngle
        const levelQ = 1 + Math.abs(knownT[q] - Tp)
        const levelO = 1 + Math.abs(knownT[o] - Tp)
        const quotient = product / (levelQ * levelO)
        const wq = quotient * levelO
        const wo = quotient * levelQ
        A += wq * I[q] + wo * I[o]
        Jx += dx[k] * (wq * gradX[q] - wo * gradX[o])
        rowJy += wq * gradY[q] - wo * gradY[o]
        s += wq + wo
      }
      Jy += (row - radius) * rowJy
    }
    sums[0] = A
    sums[3] = Jx
    sums[6] = Jy
    sums[9] = s
  }

  return { begin, sum }
}
