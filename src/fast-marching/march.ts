import type { AnyPatch } from '../patch'
import { createBucketQueue } from './bucket-queue'
import { FAR } from './eikonal'
import { type Layout, layOutPixels } from './lay-out'
import { KNOWN, VISITED } from './pixel-state'

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
    for (let n = 0; n < missing.length; n++) {
      const p = missing[n]
      visitIfKnown(up[p])
      visitIfKnown(p - 1)
      visitIfKnown(p + 1)
      visitIfKnown(down[p])
    }
    let count = 0
    for (let i = 1; i < size; i++) {
      band[count] = i
      count += (state[i] & VISITED) >> 2
    }
    for (let n = 0; n < count; n++) T[band[n]] = 0
    return count
  }

  function visitIfKnown(q: number): void {
    state[q] |= (state[q] & KNOWN) * VISITED
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
      let next = reached
      for (let i = 0; i < count; i++) reached = list(opened[i], shift, reached)
      for (; next < reached; next++) reach(order[next])
      if (isLast || taken === reached) return reached
      count = queue.open()
      taken += count
    }
  }

  /** Lists the neighbours of `p` to go through, from place `n` of `order` on; returns the place after them. */
  function list(p: number, shift: number, n: number): number {
    let end = n
    end += visit(up[p], shift, end)
    end += visit(p - 1, shift, end)
    end += visit(down[p], shift, end)
    end += visit(p + 1, shift, end)
    return end
  }

  /** Every neighbour is written down and the new ones are counted: no branch to mispredict. */
  function visit(z: number, shift: number, place: number): number {
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

  return (patch, outside) => {
    layOutPixels(patch, layout)
    T.fill(FAR, 0, patch.size)
    const bandLength = findBand(patch)
    if (outside > 0) {
      const reached = march(bandLength, 0, outside)
      for (let i = 0; i < reached; i++) T[order[i]] = -T[order[i]]
    }
    return march(bandLength, 1, Infinity)
  }
}
