import type { Layout } from './lay-out'

/** Buckets per unit of distance, and buckets in all: the queue never spans two units. */
const perUnit = 256
export const slots = 512

/** So many are sorted by insertion. */
const few = 32

/** Pixels waiting in the narrow band, ordered by distance, equal ones in the order they were pushed. */
export interface BucketQueue {
  /** Empties the queue; to be called before all else. */
  reset(): void
  /** Adds a pixel; its distance in `T` must be at least 0.7 above that of the bucket last opened. */
  push(pixel: number): void
  /**
   * Takes out the nearest bucket of a queue that is not empty, and returns how many pixels it holds.
   * They lie in `opened`, in order, until the next call.
   */
  open(): number
  readonly opened: Int32Array
}

/**
 * A queue over the distances `T`, exactly first-in-first-out on ties, without a heap.
 *
 * Fast marching adds between 0.707 and 1 to a pixel's distance for its neighbour's. So with buckets
 * 1/256 wide nothing is ever pushed into the bucket being emptied, and a bucket needs sorting only
 * once, when it is opened; most come in order. A heap has to be told the order of ties and touches
 * log n entries a pixel.
 */
export function createBucketQueue({ T, next }: Pick<Layout, 'T' | 'next'>): BucketQueue {
  // Linked lists through the pixels, in push order; each bucket's starts at a place after the pixels'.
  const pixels = T.length
  const last = new Int32Array(slots)
  const opened = new Int32Array(pixels)
  let slot = 0

  return {
    reset() {
      slot = slots
      while (slot > 0) {
        slot--
        last[slot] = pixels + slot
      }
    },
    push(pixel) {
      const to = (T[pixel] * perUnit) & (slots - 1)
      next[last[to]] = pixel
      last[to] = pixel
    },
    open() {
      while (last[slot] === pixels + slot) slot = (slot + 1) & (slots - 1)
      const end = last[slot]
      const list = opened
      let n = 0
      let inOrder = true
      let previous = 0
      for (let pixel = pixels + slot; pixel !== end; n++) {
        pixel = next[pixel]
        list[n] = pixel
        inOrder &&= T[pixel] >= previous
        previous = T[pixel]
      }
      last[slot] = pixels + slot
      if (!inOrder) sortByDistance(opened, n, T)
      return n
    },
    opened,
  }
}

/**
 * Stable, so that ties stay in push order.
 *
 * Distances are multiples of 2^-24 at least, and those of a bucket differ in their last 16 bits only:
 * they are sorted by the lower 8 of them, then by the upper ones.
 */
function sortByDistance(list: Int32Array, n: number, T: Float32Array): void {
  if (n < few) {
    for (let i = 0; i < n; i++) {
      const pixel = list[i]
      let at = i
      while (at > 0 && T[list[at - 1]] > T[pixel]) list[at] = list[--at]
      list[at] = pixel
    }
    return
  }
  let from = list
  let to: Int32Array = new Int32Array(n)
  let keys = new Uint16Array(n)
  let toKeys = new Uint16Array(n)
  for (let i = 0; i < n; i++) keys[i] = T[list[i]] * 2 ** 24
  for (const shift of [0, 8]) {
    const places = new Int32Array(257)
    for (let i = 0; i < n; i++) places[((keys[i] >> shift) & 255) + 1]++
    for (let d = 1; d < 256; d++) places[d] += places[d - 1]
    for (let i = 0; i < n; i++) {
      const place = places[(keys[i] >> shift) & 255]++
      to[place] = from[i]
      toKeys[place] = keys[i]
    }
    ;[from, to, keys, toKeys] = [to, from, toKeys, keys]
  }
}
