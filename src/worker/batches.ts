import type { PatchOutline } from '../patch'

/**
 * Puts patches into batches: the largest come first and alone, small ones together. Workers fetch
 * them in this order, each when it is done with its last, so they end at about the same time.
 */
export function batchesOf(outlines: readonly PatchOutline[], workers: number): PatchOutline[][] {
  const sorted = [...outlines].sort((a, b) => b.size - a.size)
  const total = sorted.reduce((sum, { size }) => sum + size, 0)
  const enough = Math.min(Math.max(total / workers / batchesPerWorker, leastPixels), mostPixels)

  const batches: PatchOutline[][] = []
  let room = 0
  for (const outline of sorted) {
    if (room <= 0) {
      batches.push([])
      room = enough
    }
    batches[batches.length - 1].push(outline)
    room -= outline.size
  }
  return batches
}

/** Enough to be worth a message: half a millisecond of a worker's time at radius 3, more at others. */
const leastPixels = 4096
/** What can be cut in a few milliseconds, for the calling thread has other things to do. */
const mostPixels = 250_000
/** The last batch of one worker is what the others may have to wait for. */
const batchesPerWorker = 16
