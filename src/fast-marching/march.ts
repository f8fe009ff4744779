import type { BucketQueue } from './bucket-queue'
import { solveEikonal } from './eikonal'
import { VISITED } from './pixel-state'

/** What a march runs over; the arrays are indexed by pixel, and rows are `width` pixels long. */
export interface Grid {
  readonly width: number
  /** Bits of `pixel-state.ts`. */
  readonly state: Int8Array
  /** Distance from the band; `FAR` where there is none yet. */
  readonly T: Float32Array
  /** A queue over `T`. */
  readonly queue: BucketQueue
}

/**
 * Fast marching: the distance of pixels from the band, nearest first (Sethian 1996).
 *
 * Starts from the pixels of `band`, whose distance is 0, and goes through those whose state has the
 * bit `through` and not yet `VISITED`. Each gets its distance once, when the first of its
 * neighbours leaves the queue, and is never updated: that is OpenCV's form of the algorithm. The
 * march ends where the distance of a pixel leaving the queue exceeds `limit`.
 *
 * @returns How many pixels were reached: so many entries of `order` are set, in the order the
 * pixels got their distance.
 */
export function march(
  { width, state, T, queue }: Grid,
  band: Int32Array,
  through: number,
  limit: number,
  order: Int32Array,
): number {
  const test = through | VISITED
  let reached = 0
  queue.reset()
  let front = band
  let count = band.length
  while (count > 0) {
    for (let i = 0; i < count; i++) {
      const p = front[i]
      if (T[p] > limit) return reached
      for (let side = 0; side < 4; side++) {
        const z = side === 0 ? p - width : side === 1 ? p - 1 : side === 2 ? p + width : p + 1
        if ((state[z] & test) !== through) continue
        T[z] = solveEikonal(Math.min(T[z - width], T[z + width]), Math.min(T[z - 1], T[z + 1]))
        state[z] |= VISITED
        order[reached++] = z
        queue.push(z)
      }
    }
    count = queue.open()
    front = queue.opened()
  }
  return reached
}
