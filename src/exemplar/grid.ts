import { PATCH_RADIUS } from './patch-size'

/**
 * The patches of a level that touch its hole. Their middles lie on a grid, every pixel or every
 * other one; its last column and row are always there, so that every pixel lies in some patch.
 */
export interface Grid {
  /** The pixel columns and rows of the grid. */
  readonly columns: Int32Array
  readonly rows: Int32Array
  /** For each pixel column: the first grid column whose patches reach it, and one past the last. */
  readonly firstColumn: Int32Array
  readonly endColumn: Int32Array
  readonly firstRow: Int32Array
  readonly endRow: Int32Array
  /** The places `row * columns.length + column` of all patches to be filled, ascending. */
  readonly targets: Int32Array
  /** For each place: the middle of the patch copied there, -1 where nothing is to be filled. */
  readonly from: Int32Array
  /** For each place: how much that patch differs. */
  readonly cost: Float64Array
  /** For each place: how deep in the hole it is, 0 outside. */
  readonly depth: Int8Array
}

export function gridOf(isMissing: Int8Array, width: number, height: number, step: number): Grid {
  const columns = gridLines(width, step)
  const rows = gridLines(height, step)
  const [firstColumn, endColumn] = reachOf(columns, width)
  const [firstRow, endRow] = reachOf(rows, height)
  const places = columns.length * rows.length
  const depths = depthsOf(isMissing, width, height)
  const depth = new Int8Array(places)
  const isTarget = new Int8Array(places)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (isMissing[i] === 0) continue
      for (let r = firstRow[y]; r < endRow[y]; r++) {
        isTarget.fill(1, r * columns.length + firstColumn[x], r * columns.length + endColumn[x])
      }
    }
  }
  const targets: number[] = []
  for (let place = 0; place < places; place++) if (isTarget[place] === 1) targets.push(place)
  for (const place of targets) {
    const row = Math.floor(place / columns.length)
    depth[place] = depths[rows[row] * width + columns[place - row * columns.length]]
  }
  return {
    columns,
    rows,
    firstColumn,
    endColumn,
    firstRow,
    endRow,
    targets: Int32Array.from(targets),
    from: new Int32Array(places).fill(-1),
    cost: new Float64Array(places),
    depth,
  }
}

function gridLines(length: number, step: number): Int32Array {
  const last = length - 1 - PATCH_RADIUS
  const lines: number[] = []
  for (let at = PATCH_RADIUS; at < last; at += step) lines.push(at)
  return Int32Array.from([...lines, last])
}

function reachOf(lines: Int32Array, length: number): [first: Int32Array, end: Int32Array] {
  const first = new Int32Array(length)
  const end = new Int32Array(length)
  for (let at = 0, from = 0, to = 0; at < length; at++) {
    while (lines[from] < at - PATCH_RADIUS) from++
    while (to < lines.length && lines[to] <= at + PATCH_RADIUS) to++
    first[at] = from
    end[at] = to
  }
  return [first, end]
}

/** Steps from each missing pixel to the nearest known one, corners counting as one, at most 127. */
export function depthsOf(isMissing: Int8Array, width: number, height: number): Int8Array {
  const depth = new Int8Array(width * height)
  const most = 127
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (isMissing[i] === 0) continue
      let least = most - 1
      if (x > 0) least = Math.min(least, depth[i - 1])
      if (y > 0) {
        least = Math.min(least, depth[i - width])
        if (x > 0) least = Math.min(least, depth[i - width - 1])
        if (x < width - 1) least = Math.min(least, depth[i - width + 1])
      }
      depth[i] = least + 1
    }
  }
  for (let y = height - 1, i = width * height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--, i--) {
      if (isMissing[i] === 0) continue
      let least = depth[i] - 1
      if (x < width - 1) least = Math.min(least, depth[i + 1])
      if (y < height - 1) {
        least = Math.min(least, depth[i + width])
        if (x > 0) least = Math.min(least, depth[i + width - 1])
        if (x < width - 1) least = Math.min(least, depth[i + width + 1])
      }
      depth[i] = least + 1
    }
  }
  return depth
}
