import type { Level } from './level'
import type { Difference } from './matcher'
import { PATCH_RADIUS } from './patch-size'
import type { Random } from './random'

/**
 * One pass of PatchMatch (C. Barnes et al. 2009): each patch tries where its neighbours were copied
 * from, then places by chance, ever nearer to the best so far.
 *
 * @param reach The largest step by chance, a power of two.
 * @param offsets Steps from target to source that recur in this picture, in pixels of the level:
 * `dx, dy` pairs; one of them is tried by chance.
 * @param isGlobal Whether one place is taken from anywhere.
 */
export function sweep(
  level: Level,
  difference: Difference,
  random: Random,
  { reach, isGlobal, isForward, offsets }: SweepOptions,
): void {
  const { width, height, isSource, sources } = level
  const { columns, rows, targets, from, cost } = level.grid
  const across = columns.length
  const right = width - 1 - PATCH_RADIUS
  const bottom = height - 1 - PATCH_RADIUS
  const back = isForward ? -1 : 1
  const last = targets.length - 1
  const steps = offsets.length >> 1
  for (let n = 0; n <= last; n++) {
    const place = targets[isForward ? n : last - n]
    const row = (place / across) | 0
    const column = place - row * across
    const x = columns[column]
    const y = rows[row]
    const target = y * width + x
    let best = from[place]
    let least = cost[place]

    if (column + back >= 0 && column + back < across && from[place + back] >= 0) {
      const source = from[place + back] + x - columns[column + back]
      if (source !== best && isSource[source] === 1) {
        const found = difference(target, source, least)
        if (found < least) {
          least = found
          best = source
        }
      }
    }
    const above = place + back * across
    if (row + back >= 0 && row + back < rows.length && from[above] >= 0) {
      const source = from[above] + (y - rows[row + back]) * width
      if (source !== best && isSource[source] === 1) {
        const found = difference(target, source, least)
        if (found < least) {
          least = found
          best = source
        }
      }
    }
    if (steps > 0) {
      const k = random.below(steps)
      const toX = x + offsets[2 * k]
      const toY = y + offsets[2 * k + 1]
      if (toX >= PATCH_RADIUS && toX <= right && toY >= PATCH_RADIUS && toY <= bottom) {
        const source = toY * width + toX
        if (source !== best && isSource[source] === 1) {
          const found = difference(target, source, least)
          if (found < least) {
            least = found
            best = source
          }
        }
      }
    }
    if (isGlobal) {
      const source = sources[random.below(sources.length)]
      const found = difference(target, source, least)
      if (found < least) {
        least = found
        best = source
      }
    }
    for (let size = reach; size >= 1; size >>= 1) {
      const bestRow = (best / width) | 0
      const toX = best - bestRow * width + random.below(2 * size + 1) - size
      const toY = bestRow + random.below(2 * size + 1) - size
      if (toX < PATCH_RADIUS || toX > right || toY < PATCH_RADIUS || toY > bottom) continue
      const source = toY * width + toX
      if (source === best || isSource[source] === 0) continue
      const found = difference(target, source, least)
      if (found < least) {
        least = found
        best = source
      }
    }
    from[place] = best
    cost[place] = least
  }
}

export interface SweepOptions {
  readonly reach: number
  readonly isGlobal: boolean
  readonly isForward: boolean
  readonly offsets: Int32Array
}

/** Measures anew how much each patch differs from what is copied there. */
export function measureCosts({ width, grid }: Level, difference: Difference): void {
  const { columns, rows, targets, from, cost } = grid
  const across = columns.length
  for (let n = 0; n < targets.length; n++) {
    const place = targets[n]
    const row = (place / across) | 0
    const target = rows[row] * width + columns[place - row * across]
    cost[place] = difference(target, from[place], Infinity)
  }
}
