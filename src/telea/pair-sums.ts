import { leastDirection, mostAtRightAngle } from '../fast-marching/least-direction'
import type { Workspace } from '../fast-marching/workspace'
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
  { front, distance }: Weights,
  sums: Sums,
): PairSums {
  const { middle, half, end, dx, dy } = neighbours
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
    // In variables of the loop's own: V8 would load and check the closure's for every pair.
    const rx = dx
    const ry = dy
    const factor = distance
    const far = knownT
    const value = I
    const gx = gradX
    const gy = gradY
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
        let direction = Math.abs(rx[k] * x + ry[k] * y)
        if (direction <= mostAtRightAngle) direction = leastDirection
        const levelQ = 1 + Math.abs(far[q] - Tp)
        const levelO = 1 + Math.abs(far[o] - Tp)
        const quotient = (factor[k] * direction) / (levelQ * levelO)
        const wq = quotient * levelO
        const wo = quotient * levelQ
        A += wq * value[q] + wo * value[o]
        Jx += rx[k] * (wq * gx[q] - wo * gx[o])
        rowJy += wq * gy[q] - wo * gy[o]
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
