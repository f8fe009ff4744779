import { inpaint } from 'isophote'
import { table } from '../bench/report.mjs'
import { damaged, damages } from './damages.mjs'
import { loadPictures, side } from './pictures.mjs'
import { psnr } from './score.mjs'

export const title = "'telea' by its gradient option: the table of docs/methods/telea.md"

const gradients = [undefined, 0, 0.25, 0.5, 0.75, 1]
const radii = [3, 7]

export async function run({ data, selects }) {
  const pictures = await loadPictures(data)
  const rows = []
  for (const [damage, draw] of Object.entries(damages)) {
    if (!selects(damage)) continue
    const mask = draw(side)
    const cells = gradients.map((gradient) =>
      radii
        .map((radius) => {
          const options = gradient === undefined ? { radius } : { radius, gradient }
          const all = pictures.map((picture) =>
            psnr(inpaint(damaged(picture, mask), mask, options), picture, mask),
          )
          return (all.reduce((sum, value) => sum + value, 0) / all.length).toFixed(1)
        })
        .join(' \\| '),
    )
    rows.push([damage, ...cells])
  }
  console.log(
    `In-mask PSNR in dB, radius ${radii.join(' | ')}, means over ${pictures.length} pictures\n`,
  )
  console.log(
    table(['damage', "OpenCV's form", ...gradients.slice(1).map((g) => `g = ${g}`)], rows),
  )
}
