/** Pixels waiting in the narrow band, ordered by distances that may still change. */
export interface BinaryHeap {
  /** Empties the heap, and forgets every pixel it ever held. */
  reset(pixels: number): void
  /** Adds a pixel, or puts it in its place again after its distance in `T` has changed. */
  place(pixel: number): void
  /** Takes out the nearest pixel; 0 when the heap is empty. */
  take(): number
  /** Whether the pixel has been taken out. */
  isTaken(pixel: number): boolean
}

/** What stands for the place of a pixel that has been taken out. */
const TAKEN = -1

/** A binary heap over the distances `T`. Equal ones never change places: moving takes a reason. */
export function createBinaryHeap(T: Float64Array): BinaryHeap {
  // From place 1 on: the children of place k are 2 k and 2 k + 1. Place 0 is that of pixels not in it.
  const heap = new Int32Array(T.length + 1)
  const places = new Int32Array(T.length)
  let count = 0

  function sink(pixel: number, from: number): void {
    let k = from
    while (2 * k <= count) {
      let child = 2 * k
      if (child < count && T[heap[child]] > T[heap[child + 1]]) child++
      if (T[heap[child]] >= T[pixel]) break
      put(heap[child], k)
      k = child
    }
    put(pixel, k)
  }

  function put(pixel: number, k: number): void {
    heap[k] = pixel
    places[pixel] = k
  }

  return {
    reset(pixels) {
      count = 0
      places.fill(0, 0, pixels)
    },
    place(pixel) {
      let k = places[pixel] || ++count
      for (; k > 1 && T[heap[k >> 1]] > T[pixel]; k >>= 1) put(heap[k >> 1], k)
      sink(pixel, k)
    },
    take() {
      if (count === 0) return 0
      const nearest = heap[1]
      const last = heap[count--]
      if (count > 0) sink(last, 1)
      places[nearest] = TAKEN
      return nearest
    },
    isTaken: (pixel) => places[pixel] === TAKEN,
  }
}
