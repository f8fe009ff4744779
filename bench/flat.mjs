import { compare } from './compare.mjs'
import { masks } from './masks.mjs'
import { flatPicture } from './pictures.mjs'
import { cellTable } from './report.mjs'

export const name = 'flat'
export const title = 'Flat pictures: one colour, radius 10'

export async function run(context) {
  const rows = []
  for (const channels of [1, 3]) {
    for (const mask of Object.keys(masks)) {
      const cells = ['telea', 'ns']
        .map((method) => ({
          name: `flat ${method} r10 ${mask} 512x512x${channels}`,
          method,
          radius: 10,
        }))
        .filter((cell) => context.selects(cell.name))
      if (cells.length === 0) continue
      rows.push(
        ...(await compare(flatPicture(512, channels), masks[mask](512), cells, {
          ...context,
          native: undefined,
        })),
      )
    }
  }
  if (rows.length === 0) return
  context.different += rows.filter((row) => row.different > 0).length
  return { detail: cellTable(rows) }
}
