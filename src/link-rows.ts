import type { PatchOutline } from './patch'

/**
 * Says how the rows of a patch lie to each other: which pixel is above each one, and which below.
 * The two tables have a place for every number of the patch, and hold `nowhere` where there is no pixel.
 */
export function linkRows(
  { runs, size }: PatchOutline,
  { up, down }: { readonly up: Int32Array; readonly down: Int32Array },
  nowhere = 0,
): void {
  up.fill(nowhere, 0, size)
  down.fill(nowhere, 0, size)
  for (let r = 0, above = 0; r < runs.length; r += 4) {
    const y = runs[r]
    const start = runs[r + 1]
    const end = runs[r + 2]
    // Runs above that end before this one starts end before all that follow it too.
    while (runs[above] < y - 1 || (runs[above] === y - 1 && runs[above + 2] <= start)) above += 4
    for (let a = above; runs[a] === y - 1 && runs[a + 1] < end; a += 4) {
      const from = Math.max(start, runs[a + 1])
      const to = Math.min(end, runs[a + 2])
      let i = from + runs[r + 3]
      let j = from + runs[a + 3]
      for (const last = to + runs[r + 3]; i < last; i++, j++) {
        up[i] = j
        down[j] = i
      }
    }
  }
}
