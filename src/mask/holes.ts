import { type Bitmap, bitRuns, dilate } from './bitmap'

/**
 * A connected region of missing pixels and all that lies within reach of it; rectangle and runs in
 * the image's coordinates.
 */
export interface Region {
  /** The box of everything within reach: pixels `left` to `right - 1`, `top` to `bottom - 1`. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Everything within reach, missing pixels included: `[y, start, end)` triples, row by row. */
  readonly near: Int32Array
}

/**
 * Splits the missing pixels into regions that can be filled one by one, in any order.
 *
 * Each missing pixel reaches `reach` pixels to every side, corners included. Pixels whose reaches
 * touch belong to the same region; so what one region reads, no other region writes.
 */
export function findRegions(missing: Bitmap, reach: number): Region[] {
  const runs = bitRuns(dilate(missing, reach))
  const parent = joinTouching(runs)

  // Number the regions in the order of their first run, and count the runs of each.
  const regionOf = new Int32Array(parent.length)
  const sizes: number[] = []
  for (let r = 0; r < parent.length; r++) {
    const root = find(parent, r)
    regionOf[r] = root === r ? sizes.push(0) - 1 : regionOf[root]
    sizes[regionOf[r]]++
  }

  const nears = sizes.map((size) => new Int32Array(size * 3))
  const filled = new Int32Array(sizes.length)
  for (let r = 0; r < parent.length; r++) {
    const region = regionOf[r]
    const near = nears[region]
    const to = filled[region]
    near[to] = runs[3 * r]
    near[to + 1] = runs[3 * r + 1]
    near[to + 2] = runs[3 * r + 2]
    filled[region] += 3
  }
  return nears.map(boxed)
}

function boxed(near: Int32Array): Region {
  let left = near[1]
  let right = near[2]
  for (let i = 3; i < near.length; i += 3) {
    if (near[i + 1] < left) left = near[i + 1]
    if (near[i + 2] > right) right = near[i + 2]
  }
  return { left, top: near[0], right, bottom: near[near.length - 3] + 1, near }
}

/** Union-find over runs: joins each with those of the row above that it touches, also at a corner. */
function joinTouching(runs: Int32Array): Int32Array {
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

function find(parent: Int32Array, run: number): number {
  let root = run
  while (parent[root] !== root) root = parent[root]
  for (let next = parent[run]; next !== root; next = parent[run]) {
    parent[run] = root
    run = next
  }
  return root
}
