import { type Bitmap, bitRuns, dilate } from './bitmap'

/** A connected region of missing pixels and all that lies within reach of it. */
export interface Region {
  /**
   * A box around it, in the image: with a margin of one pixel, so that a pixel within reach always
   * has neighbours; and of `reach` more past an edge of the image, so that no kernel leaves the box.
   */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Everything within reach, missing pixels included: `[y, start, end)` triples, row by row. */
  readonly near: readonly number[]
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

  // A region's root is its first run, so regions come in the order of their first pixels.
  const nears: number[][] = []
  const regionOf = new Int32Array(parent.length)
  for (let r = 0; r < parent.length; r++) {
    const root = find(parent, r)
    regionOf[r] = root === r ? nears.push([]) - 1 : regionOf[root]
    nears[regionOf[r]].push(runs[3 * r], runs[3 * r + 1], runs[3 * r + 2])
  }
  return nears.map((near) => boxed(near, missing, reach))
}

function boxed(near: readonly number[], { width, height }: Bitmap, reach: number): Region {
  let left = near[1]
  let right = near[2]
  for (let i = 3; i < near.length; i += 3) {
    if (near[i + 1] < left) left = near[i + 1]
    if (near[i + 2] > right) right = near[i + 2]
  }
  const top = near[0]
  const bottom = near[near.length - 3] + 1
  const past = reach + 1
  const x = left - (left === 0 ? past : 1)
  const y = top - (top === 0 ? past : 1)
  return {
    x,
    y,
    width: right + (right === width ? past : 1) - x,
    height: bottom + (bottom === height ? past : 1) - y,
    near,
  }
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

function find(parent: Int32Array, run: number): number {
  let root = run
  while (parent[root] !== root) root = parent[root]
  for (let next = parent[run]; next !== root; next = parent[run]) {
    parent[run] = root
    run = next
  }
  return root
}
