import type { BucketQueue } from './bucket-queue'
import { solveEikonal } from './eikonal'
import { VISITED } from './pixel-state'

/** What a march runs over; indexed by pixel of a crop. */
export interface Grid {
  /** Bits of `pixel-state.ts`. */
  readonly state: Int8Array
  /** Distance from the band; `FAR` where there is none yet. */
  readonly T: Float32Array
  /** The pixels a march reached, in the order they got their distance. */
  readonly order: Int32Array
}

/**
 * Fast marching: the distance of pixels from the band, nearest first (Sethian 1996).
 *
 * Starts from the pixels of `band`, whose distance is 0, and goes through those whose state has the
 * bit `through` and not yet `VISITED`. Each gets its distance once, when the first of its
 * neighbours leaves the queue, and is never updated: that is OpenCV's form of the algorithm. The
 * march ends where the distance of a pixel leaving the queue exceeds `limit`.
 *
 * @returns How many pixels were reached.
 */
export type March = (band: Int32Array, width: number, through: number, limit: number) => number

export function createMarch({ state, T, order }: Grid, queue: BucketQueue): March {
  let reached = 0

  function visit(z: number, width: number, through: number): void {
    if ((state[z] & (through | VISITED)) !== through) return
    T[z] = solveEikonal(Math.min(T[z - width], T[z + width]), Math.min(T[z - 1], T[z + 1]))
    state[z] |= VISITED
    order[reached++] = z
    queue.push(z)
  }

  return (band, width, through, limit) => {
    reached = 0
    queue.reset()
    let front = band
    let count = band.length
    while (count > 0) {
      for (let i = 0; i < count; i++) {
        const p = front[i]
        if (T[p] > limit) return reached
        visit(p - width, width, through)
        visit(p - 1, width, through)
        visit(p + width, width, through)
        visit(p + 1, width, through)
      }
      count = queue.open()
      front = queue.opened()
    }
    return reached
  }
}
