import type { BucketQueue } from './bucket-queue'
import { solveEikonal } from './eikonal'
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
  let reached = 0

  function reach(z: number): void {
    T[z] = solveEikonal(Math.min(T[up[z]], T[down[z]]), Math.min(T[z - 1], T[z + 1]))
    state[z] |= VISITED
    order[reached++] = z
    queue.push(z)
  }

  return (band, through, limit) => {
    reached = 0
    queue.reset()
    let front = band
    let count = band.length
    const bits = through | VISITED
    while (count > 0) {
      for (let i = 0; i < count; i++) {
        const p = front[i]
        if (T[p] > limit) return reached
        // Asked here, because V8 does not inline four calls: most neighbours have been visited.
        const above = up[p]
        const below = down[p]
        if ((state[above] & bits) === through) reach(above)
        if ((state[p - 1] & bits) === through) reach(p - 1)
        if ((state[below] & bits) === through) reach(below)
        if ((state[p + 1] & bits) === through) reach(p + 1)
      }
      count = queue.open()
      front = queue.opened
    }
    return reached
  }
}
