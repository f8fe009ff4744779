import type { BinaryHeap } from './binary-heap'
import { solveEikonal } from './eikonal'
import type { PixelLayout } from './lay-out'
import { KNOWN, UNKNOWN } from './pixel-state'

/**
 * Fast marching as in the textbook: the distance of missing pixels from the outermost ones, nearest
 * first (Sethian 1996).
 *
 * Unlike `march`, which is OpenCV's form, it starts from the missing pixels beside a known one, at
 * distance 0, and solves a waiting pixel anew whenever one of its neighbours is taken out, with what
 * all of them have by then. So a distance may change while its pixel waits, and may come out just
 * above that of the pixel taken out last: that asks for a heap in double precision, which buckets of
 * a fixed width cannot stand in for.
 *
 * @param missing The missing pixels, ascending.
 * @returns How many entries of `order` are set: one for each missing pixel.
 */
export type UpdatingMarch = (missing: Int32Array, size: number) => number

export function createUpdatingMarch(
  { state, up, down }: PixelLayout,
  T: Float64Array,
  order: Int32Array,
  heap: BinaryHeap,
): UpdatingMarch {
  // Distances of 0 are those the march starts from. Known pixels take no part, and stay infinite.
  function visit(z: number): void {
    if ((state[z] & UNKNOWN) === 0 || T[z] === 0 || heap.isTaken(z)) return
    T[z] = solveEikonal(Math.min(T[up[z]], T[down[z]]), Math.min(T[z - 1], T[z + 1]))
    heap.place(z)
  }

  return (missing, size) => {
    T.fill(Infinity, 0, size)
    heap.reset(size)
    for (let n = 0; n < missing.length; n++) {
      const p = missing[n]
      if (((state[up[p]] | state[p - 1] | state[p + 1] | state[down[p]]) & KNOWN) === 0) continue
      T[p] = 0
      heap.place(p)
    }
    let reached = 0
    for (let p = heap.take(); p > 0; p = heap.take()) {
      order[reached++] = p
      visit(up[p])
      visit(down[p])
      visit(p - 1)
      visit(p + 1)
    }
    return reached
  }
}
