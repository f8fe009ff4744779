import type { BucketQueue } from './bucket-queue'
import type { Layout } from './lay-out'
import { VISITED } from './pixel-state'

/**
 * Fast marching: the distance of pixels from the band, nearest first (Sethian 1996).
 *
 * Starts from the pixels of `band`, whose distance is 0, and goes through those whose state has the
 * bit `through` and not yet `VISITED`. Each gets its distance once, when the first of its
 * neighbours leaves the queue, and is never updated: that is OpenCV's form of the algorithm. The
 * march ends where the distance of a pixel leaving the queue exceeds `limit`.
 *
 * @returns How many pixels were reached: so many entries of the layout's `order` are set, in the
 * order the pixels got their distance.
 */
export type March = (band: Int32Array, through: number, limit: number) => number

export function createMarch({ state, up, down, T, order }: Layout, queue: BucketQueue): March {
  /** Lists the neighbours of `p` to go through, from place `n` of `order` on; returns the place after them. */
  function list(p: number, through: number, n: number): number {
    let end = n
    end += visit(up[p], through, end)
    end += visit(p - 1, through, end)
    end += visit(down[p], through, end)
    end += visit(p + 1, through, end)
    return end
  }

  /** Every neighbour is written down and the new ones are counted: no branch to mispredict. */
  function visit(z: number, through: number, place: number): number {
    const bits = state[z]
    // `through` is the bit 1 or 2, and `VISITED` the one after.
    const isNew = (bits >> (through >> 1)) & ~(bits >> 2) & 1
    order[place] = z
    state[z] = bits | (isNew * VISITED)
    return isNew
  }

  /**
   * `solveEikonal`, but for branches: V8's `Math.min` has one. Distances have so few bits that
   * nothing is rounded on the way to the root.
   */
  function reach(z: number): void {
    const above = T[up[z]]
    const below = T[down[z]]
    const left = T[z - 1]
    const right = T[z + 1]
    const twiceVertical = above + below - Math.abs(above - below)
    const twiceHorizontal = left + right - Math.abs(left - right)
    const difference = Math.abs(twiceVertical - twiceHorizontal) / 2
    T[z] =
      (twiceVertical + twiceHorizontal) / 4 +
      (difference >= 1 ? 1 - difference / 2 : Math.sqrt(2 - difference * difference) / 2)
    queue.push(z)
  }

  return (band, through, limit) => {
    let reached = 0
    queue.reset()
    let front = band
    let count = band.length
    while (count > 0) {
      const isLast = T[front[count - 1]] > limit
      while (count > 0 && T[front[count - 1]] > limit) count--
      let next = reached
      for (let i = 0; i < count; i++) reached = list(front[i], through, reached)
      for (; next < reached; next++) reach(order[next])
      if (isLast) break
      count = queue.open()
      front = queue.opened
    }
    return reached
  }
}
