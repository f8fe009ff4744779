import type { PatchOutline } from '../patch'

/** The runs of a patch at half the scale: every pixel of the patch lies in one of the coarse ones. */
export function coarsenRuns(runs: Int32Array): PatchOutline {
  const coarse: number[] = []
  let size = 1
  for (let r = 0; r < runs.length; ) {
    const y = runs[r] >> 1
    const upper = r
    while (r < runs.length && runs[r] === runs[upper]) r += 4
    const lower = r
    while (r < runs.length && runs[r] >> 1 === y) r += 4

    // Merges the two rows' runs, from left to right.
    let start = -1
    let end = -1
    for (let a = upper, b = lower; a < lower || b < r; ) {
      const takesUpper = b === r || (a < lower && runs[a + 1] <= runs[b + 1])
      const next = takesUpper ? a : b
      if (takesUpper) a += 4
      else b += 4
      const from = runs[next + 1] >> 1
      if (from > end) {
        add(y, start, end)
        start = from
      }
      end = Math.max(end, (runs[next + 2] + 1) >> 1)
    }
    add(y, start, end)
  }
  return { runs: Int32Array.from(coarse), size }

  function add(y: number, start: number, end: number): void {
    if (end < 0) return
    coarse.push(y, start, end, size - start)
    size += end - start + 1
  }
}
