import { compare } from './compare.mjs'
import { masks } from './masks.mjs'
import { geomean } from './measure.mjs'
import { photograph } from './pictures.mjs'
import { cellTable, table } from './report.mjs'

export const name = 'grid'
export const title = 'The grid: photographs'

/** Size x channels x mask x method x radius, on a photograph. */
export async function run(context) {
  const rows = []
  for (const size of context.quick ? [512] : [512, 1024]) {
    for (const channels of [1, 3]) {
      for (const mask of Object.keys(masks)) {
        const cells = cellsOf(size, channels, mask).filter((cell) => context.selects(cell.name))
        if (cells.length === 0) continue
        const picture = await photograph(size, channels)
        const { native } = context
        const inTime = native?.slowQueue && mask === 'random' ? undefined : native
        rows.push(
          ...(await compare(picture, masks[mask](size), cells, { ...context, native: inTime })),
        )
      }
    }
  }
  if (rows.length === 0) return
  context.different += rows.filter((row) => row.different > 0).length
  const worst = rows.reduce((a, b) => (b.ratio < a.ratio ? b : a))
  return {
    summary: `${means(rows)}\n\nWeakest cell: ${worst.name}, ${worst.ratio.toFixed(2)}.`,
    detail: cellTable(rows),
  }
}

function cellsOf(size, channels, mask) {
  return ['telea', 'ns'].flatMap((method) =>
    [3, 5, 10].map((radius) => ({
      name: `${method} r${radius} ${mask} ${size}x${size}x${channels}`,
      size,
      channels,
      mask,
      method,
      radius,
    })),
  )
}

/** Geometric means of the ratios: over all cells, and over those that share one property. */
function means(rows) {
  const native = rows.some((row) => row.nativeMs !== undefined)
  const line = (label, some) => [
    label,
    some.length,
    geomean(some.map((row) => row.ratio)).toFixed(2),
    ...(native ? [nativeMean(some)] : []),
    some.filter((row) => row.different === 0).length,
  ]
  const lines = [line('all', rows)]
  for (const property of ['method', 'radius', 'mask', 'size', 'channels']) {
    for (const value of new Set(rows.map((row) => row[property]))) {
      lines.push(
        line(
          `${property} ${value}`,
          rows.filter((row) => row[property] === value),
        ),
      )
    }
  }
  return table(
    [
      'cells',
      'count',
      'opencv.js / isophote',
      ...(native ? ['native / isophote'] : []),
      'identical',
    ],
    lines,
  )
}

function nativeMean(rows) {
  const ratios = rows.filter((row) => row.nativeMs !== undefined).map((row) => row.nativeRatio)
  return ratios.length > 0 ? geomean(ratios).toFixed(2) : '-'
}
