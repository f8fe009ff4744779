import type { AnyPatch } from '../patch'
import { createBucketQueue } from './bucket-queue'
import { FAR } from './eikonal'
import { type Layout, layOutPixels } from './lay-out'
import { VISITED } from './pixel-state'

/**
 * Fast marching: the distance of a patch's pixels from the band, nearest first (Sethian 1996). The
 * band are the known pixels beside a missing one, in raster order and at distance 0.
 *
 * Each pixel gets its distance once, when the first of its neighbours leaves the queue, and it is
 * never updated: that is OpenCV's form of the algorithm.
 *
 * @param outside Up to what distance the known pixels get theirs too, negative; 0 for none.
 * @returns How many missing pixels there are: so many entries of the layout's `order` are set, in
 * the order the pixels got their distance.
 */
export type March = (patch: AnyPatch, outside: number) => number

export function createMarch(layout: Layout): March {
  const { state, up, down, T, order, band } = layout
  const queue = createBucketQueue(layout)
  const { opened } = queue

  /** Lists the band, and returns its length. */
  function findBand({ size, missing }: AnyPatch): number {
    // Marks the known neighbours; what is listed on the way lists nothing yet.
    for (let n = 0; n < missing.length; n++) {
      const p = missing[n]
      visit(state, order, up[p], 0, 0)
      visit(state, order, p - 1, 0, 0)
      visit(state, order, down[p], 0, 0)
      visit(state, order, p + 1, 0, 0)
    }
    // In a variable of its own: that of the closure would be loaded for each pixel of a large hole.
    const bits = state
    let count = 0
    for (let i = 0; i < size; i++) {
      const isBand = (bits[i] & VISITED) >> 2
      T[i] = FAR * (1 - isBand)
      band[count] = i
      count += isBand
    }
    return count
  }

  /**
   * Goes from the band through the pixels whose state has the bit `1 << shift` and not yet `VISITED`,
   * until the distance of one leaving the queue exceeds `limit`. Returns how many it has listed in `order`.
   */
  function march(bandLength: number, shift: number, limit: number): number {
    let count = bandLength
    let reached = 0
    let taken = 0
    queue.reset()
    opened.set(band.subarray(0, count))
    for (;;) {
      const isLast = T[opened[count - 1]] > limit
      while (count > 0 && T[opened[count - 1]] > limit) count--
      reached = advance(count, shift, reached)
      if (isLast || taken === reached) return reached
      count = queue.open()
      taken += count
    }
  }

  /** Goes on from the pixels opened to their neighbours, which it lists from place `start` of `order` on. */
  function advance(count: number, shift: number, start: number): number {
    let end = start
    for (let i = 0; i < count; i++) {
      const p = opened[i]
      end += visit(state, order, up[p], shift, end)
      end += visit(state, order, p - 1, shift, end)
      end += visit(state, order, down[p], shift, end)
      end += visit(state, order, p + 1, shift, end)
    }
    for (let i = start; i < end; i++) {
      const z = order[i]
      T[z] = distance(T[up[z]], T[down[z]], T[z - 1], T[z + 1])
      queue.push(z)
    }
    return end
  }

  return (patch, outside) => {
    layOutPixels(patch, layout)
    const bandLength = findBand(patch)
    if (outside > 0) {
      const reached = march(bandLength, 0, outside)
      for (let i = 0; i < reached; i++) T[order[i]] = -T[order[i]]
    }
    return march(bandLength, 1, Infinity)
  }
}

/** Every neighbour is written down and the new ones are counted: no branch to mispredict. */
function visit(
  state: Int8Array,
  order: Int32Array,
  z: number,
  shift: number,
  place: number,
): number {
  const bits = state[z]
  const isNew = (bits >> shift) & ~(bits >> 2) & 1
  order[place] = z
  state[z] = bits | (isNew * VISITED)
  return isNew
}

/**
 * `solveEikonal`, but for branches: V8's `Math.min` has one. Distances have so few bits that
 * nothing is rounded on the way to the root.
 */
function distance(above: number, below: number, left: number, right: number): number {
  const twiceVertical = above + below - Math.abs(above - below)
  const twiceHorizontal = left + right - Math.abs(left - right)
  const difference = Math.abs(twiceVertical - twiceHorizontal) / 2
  return (
    (twiceVertical + twiceHorizontal) / 4 +
    (difference >= 1 ? 1 - difference / 2 : Math.sqrt(2 - difference * difference) / 2)
  )
}
