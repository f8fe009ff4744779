import { type Bitmap, bitRuns, dilate } from './bitmap'

/**
 * A connected region of missing pixels and all that lies within reach of it, as runs of pixels row
 * by row: `[y, start, end)` triples.
 */
export type Region = readonly number[]

/**
 * Splits the missing pixels into regions that can be filled one by one, in any order.
 *
 * Each missing pixel reaches `reach` pixels to every side, corners included. Pixels whose reaches
 * touch belong to the same region; so what one region reads, no other region writes.
 */
export function findRegions(missing: Bitmap, reach: number): Region[] {
  const runs = bitRuns(dilate(missing, reach))
  const parent = joinTouching(runs)

  // A region's root is its first run, so regions come in the order of their first pixels.
  const regions: number[][] = []
  const regionOf = new Int32Array(parent.length)
  for (let r = 0; r < parent.length; r++) {
    const root = find(parent, r)
    regionOf[r] = root === r ? regions.push([]) - 1 : regionOf[root]
    regions[regionOf[r]].push(runs[3 * r], runs[3 * r + 1], runs[3 * r + 2])
  }
  return regions
}

/** Union-find over runs: joins each with those of the row above that it touches, also at a corner. */
function joinTouching(runs: readonly number[]): Int32Array {
  const count = runs.length / 3
  const parent = new Int32Array(count)
  for (let r = 0, above = 0, row = 0; r < count; r++) {
    parent[r] = r
    const y = runs[3 * r]
    const start = runs[3 * r + 1]
    const end = runs[3 * r + 2]
    if (runs[3 * row] !== y) {
      above = row
      row = r
    }
    if (runs[3 * above] !== y - 1) continue
    while (above < row && runs[3 * above + 2] < start) above++
    for (let a = above; a < row && runs[3 * a + 1] <= end; a++) {
      const p = find(parent, a)
      const q = find(parent, r)
      // The lower number becomes the root, so a region's first run is always its root.
      if (p < q) parent[q] = p
      else parent[p] = q
    }
  }
  return parent
}

/** The root of a run; on the way there every other run is given its parent's parent. */
function find(parent: Int32Array, run: number): number {
  let root = run
  while (parent[root] !== root) {
    parent[root] = parent[parent[root]]
    root = parent[root]
  }
  return root
}
