import type { Level } from './level'
import { PATCH_RADIUS } from './patch-size'
import type { Random } from './random'

/** Carries the matches of a level over to the next finer one. */
export function refine(coarse: Level, fine: Level, random: Random): void {
  const { columns, rows, targets, from, cost } = fine.grid
  const nearestColumn = nearestOf(coarse.grid.columns, coarse.width)
  const nearestRow = nearestOf(coarse.grid.rows, coarse.height)
  const across = columns.length
  const coarseAcross = coarse.grid.columns.length
  for (let n = 0; n < targets.length; n++) {
    const place = targets[n]
    const row = Math.floor(place / across)
    const x = columns[place - row * across]
    const y = rows[row]
    const column = nearestColumn[x >> 1]
    const parentRow = nearestRow[y >> 1]
    const parent = matchedNear(coarse, column, parentRow)
    if (parent < 0) {
      from[place] = fine.sources[random.below(fine.sources.length)]
      cost[place] = 0
      continue
    }
    const atRow = Math.floor(parent / coarseAcross)
    const source = coarse.grid.from[parent]
    const sourceRow = Math.floor(source / coarse.width)
    const dy = sourceRow - coarse.grid.rows[atRow]
    const dx =
      source - sourceRow * coarse.width - coarse.grid.columns[parent - atRow * coarseAcross]
    from[place] = sourceNear(fine, x + 2 * dx, y + 2 * dy, random)
    cost[place] = coarse.grid.cost[parent]
  }
}

/** The place itself if a patch is filled there, or else one beside it. */
function matchedNear({ grid }: Level, column: number, row: number): number {
  const across = grid.columns.length
  if (grid.from[row * across + column] >= 0) return row * across + column
  for (let r = Math.max(row - 1, 0); r <= Math.min(row + 1, grid.rows.length - 1); r++) {
    for (let c = Math.max(column - 1, 0); c <= Math.min(column + 1, across - 1); c++) {
      if (grid.from[r * across + c] >= 0) return r * across + c
    }
  }
  return -1
}

/** The patch there, or the nearest one that may be copied, or any. */
function sourceNear(
  { width, height, isSource, sources }: Level,
  x: number,
  y: number,
  random: Random,
): number {
  const toX = Math.min(Math.max(x, PATCH_RADIUS), width - 1 - PATCH_RADIUS)
  const toY = Math.min(Math.max(y, PATCH_RADIUS), height - 1 - PATCH_RADIUS)
  if (isSource[toY * width + toX] === 1) return toY * width + toX
  for (let ring = 1; ring <= FARTHEST; ring++) {
    for (let dy = -ring; dy <= ring; dy++) {
      if (toY + dy < 0 || toY + dy >= height) continue
      const step = Math.abs(dy) === ring ? 1 : 2 * ring
      for (let dx = -ring; dx <= ring; dx += step) {
        if (toX + dx < 0 || toX + dx >= width) continue
        const source = (toY + dy) * width + toX + dx
        if (isSource[source] === 1) return source
      }
    }
  }
  return sources[random.below(sources.length)]
}

const FARTHEST = 6

/** For each pixel the nearest of the grid's lines. */
function nearestOf(lines: Int32Array, length: number): Int32Array {
  const nearest = new Int32Array(length)
  for (let at = 0, line = 0; at < length; at++) {
    while (
      line + 1 < lines.length &&
      Math.abs(lines[line + 1] - at) <= Math.abs(lines[line] - at)
    ) {
      line++
    }
    nearest[at] = line
  }
  return nearest
}
