import type { Patch } from '../patch'

/** A patch at some scale, with what filling it needs. */
export interface Level {
  readonly patch: Patch
  /** 1 where a pixel is known, 0 where it is missing or no pixel. */
  readonly known: Int8Array
  readonly inPatch: Int8Array
}

/** For every pixel the number of the coarser one it lies in. */
export interface Coarser extends Level {
  readonly parent: Int32Array
}

export function levelOf(patch: Patch): Level {
  const known = new Int8Array(patch.size)
  for (let r = 0; r < patch.runs.length; r += 4) {
    const first = patch.runs[r + 3]
    known.fill(1, first, first + patch.runs[r + 2] - patch.runs[r + 1])
  }
  const inPatch = known.slice()
  for (let m = 0; m < patch.missing.length; m++) known[patch.missing[m]] = 0
  return { patch, known, inPatch }
}

/** Halves the scale: a coarse pixel is the mean of its known children, and missing if it has none. */
export function coarsen({ patch, known }: Level): Coarser {
  const { channels, samples } = patch
  const { runs, size } = coarseRuns(patch.runs)
  const parent = new Int32Array(patch.size)
  const sums = new Float64Array(size * channels)
  const counts = new Float64Array(size)
  for (let r = 0, low = 0; r < patch.runs.length; r += 4) {
    const y = patch.runs[r] >> 1
    while (runs[low] < y) low += 4
    let q = low
    let i = patch.runs[r + 3]
    for (let x = patch.runs[r + 1]; x < patch.runs[r + 2]; x++, i++) {
      while (runs[q + 2] <= x >> 1) q += 4
      const to = runs[q + 3] + (x >> 1) - runs[q + 1]
      parent[i] = to
      if (known[i] === 0) continue
      counts[to]++
      for (let c = 0; c < channels; c++) sums[c * size + to] += samples[c * patch.size + i]
    }
  }
  const missing: number[] = []
  const coarseKnown = new Int8Array(size)
  const inPatch = new Int8Array(size)
  for (let r = 0; r < runs.length; r += 4) {
    const end = runs[r + 3] + runs[r + 2] - runs[r + 1]
    for (let i = runs[r + 3]; i < end; i++) {
      inPatch[i] = 1
      if (counts[i] === 0) missing.push(i)
      else {
        coarseKnown[i] = 1
        for (let c = 0; c < channels; c++) sums[c * size + i] /= counts[i]
      }
    }
  }
  return {
    patch: { ...patch, imageWidth: (patch.imageWidth + 1) >> 1, imageHeight: (patch.imageHeight + 1) >> 1, runs, size, missing: Int32Array.from(missing), samples: sums },
    known: coarseKnown,
    inPatch,
    parent,
  }
}

function coarseRuns(runs: Int32Array): { runs: Int32Array; size: number } {
  const out: number[] = []
  let size = 1
  for (let r = 0; r < runs.length; ) {
    const y = runs[r] >> 1
    let a = r
    let b = r
    while (b < runs.length && runs[b] === runs[r]) b += 4
    const aEnd = b
    let bEnd = b
    while (bEnd < runs.length && runs[bEnd] >> 1 === y) bEnd += 4
    r = bEnd
    let start = -1
    let end = -1
    while (a < aEnd || b < bEnd) {
      const takeA = b >= bEnd || (a < aEnd && runs[a + 1] <= runs[b + 1])
      const q = takeA ? a : b
      if (takeA) a += 4
      else b += 4
      const s = runs[q + 1] >> 1
      const e = (runs[q + 2] + 1) >> 1
      if (s <= end) end = Math.max(end, e)
      else {
        if (end > start) {
          out.push(y, start, end, size)
          size += end - start + 1
        }
        start = s
        end = e
      }
    }
    out.push(y, start, end, size)
    size += end - start + 1
  }
  return { runs: Int32Array.from(out), size }
}
