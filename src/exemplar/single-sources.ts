import type { Level } from './level'

/**
 * Where each missing pixel of the finest level is copied from: as the patch over it says that fits
 * best, those counting more in whose middle the pixel lies.
 *
 * @returns One source for each of `missing`.
 */
export function singleSources({ width, grid, missing }: Level): Int32Array {
  const { columns, rows, firstColumn, endColumn, firstRow, endRow, from, cost } = grid
  const across = columns.length
  const sources = new Int32Array(missing.length)
  for (let n = 0; n < missing.length; n++) {
    const y = (missing[n] / width) | 0
    const x = missing[n] - y * width
    let least = Infinity
    for (let row = firstRow[y]; row < endRow[y]; row++) {
      const dy = y - rows[row]
      for (let column = firstColumn[x]; column < endColumn[x]; column++) {
        const place = row * across + column
        const dx = x - columns[column]
        const costs = (cost[place] + 1) * (1 + 0.02 * (dx * dx + dy * dy))
        if (costs >= least) continue
        least = costs
        sources[n] = from[place] + dy * width + dx
      }
    }
  }
  return sources
}
