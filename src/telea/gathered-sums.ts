import { leastDirection, mostAtRightAngle } from '../fast-marching/least-direction'
import type { Workspace } from '../fast-marching/workspace'
import type { Sums } from './sums'
import type { Weights } from './weights'

/**
 * Telea's weighted sums over the known pixels gathered around one, for images of more than one
 * channel. The channels share the weights: so three are summed in one loop.
 */
export interface GatheredSums {
  readonly begin: (plane: number, channels: number) => void
  /**
   * Sums three channels over the `n` pixels gathered around `p`, the first being the one whose samples
   * start at `c`. After the last channel it comes again.
   */
  readonly sumThree: (c: number, n: number) => void
}

export function createGatheredSums(
  { T, I, gradX, gradY, neighbours }: Workspace,
  { front, distance }: Weights,
  sums: Sums,
): GatheredSums {
  const { entries, pixels, dx, dy } = neighbours
  let plane = 0
  let last = 0

  function begin(size: number, channels: number): void {
    plane = size
    last = size * (channels - 1)
  }

  function sumThree(c: number, n: number): void {
    const Tp = front[0]
    const x = front[1]
    const y = front[2]
    // In variables of the loop's own: the closure's would be loaded and checked for every neighbour.
    const value = I
    const gx = gradX
    const gy = gradY
    const second = Math.min(c + plane, last)
    const third = Math.min(c + 2 * plane, last)
    let A0 = 0
    let A1 = 0
    let A2 = 0
    let Jx0 = 0
    let Jx1 = 0
    let Jx2 = 0
    let Jy0 = 0
    let Jy1 = 0
    let Jy2 = 0
    let s = 0
    for (let i = 0; i < n; i++) {
      const k = entries[i]
      const q = pixels[i]
      let direction = Math.abs(dx[k] * x + dy[k] * y)
      if (direction <= mostAtRightAngle) direction = leastDirection
      const w = (distance[k] * direction) / (1 + Math.abs(T[q] - Tp))
      const wx = w * dx[k]
      const wy = w * dy[k]
      s += w
      // `| 0` spares the check for a sum too large.
      const q0 = (q + c) | 0
      A0 += w * value[q0]
      Jx0 += wx * gx[q0]
      Jy0 += wy * gy[q0]
      const q1 = (q + second) | 0
      A1 += w * value[q1]
      Jx1 += wx * gx[q1]
      Jy1 += wy * gy[q1]
      const q2 = (q + third) | 0
      A2 += w * value[q2]
      Jx2 += wx * gx[q2]
      Jy2 += wy * gy[q2]
    }
    sums[0] = A0
    sums[1] = A1
    sums[2] = A2
    sums[3] = Jx0
    sums[4] = Jx1
    sums[5] = Jx2
    sums[6] = Jy0
    sums[7] = Jy1
    sums[8] = Jy2
    sums[9] = s
  }

  return { begin, sumThree }
}
