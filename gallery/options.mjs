import { inpaint } from 'isophote'
import { table } from '../bench/report.mjs'
import { damaged, damages } from './damages.mjs'
import { loadPictures, side } from './pictures.mjs'
import { psnr } from './score.mjs'

export const title = 'methods by their options: the tables in docs/methods/*.md'

/** A column each: what stands above it, and the options whose results it holds. */
const studies = {
  telea: [
    ["OpenCV's form", {}],
    ...[0, 0.25, 0.5, 0.75, 1].map((gradient) => [`g = ${gradient}`, { gradient }]),
  ].map(([head, options]) => [head, [3, 7].map((radius) => ({ ...options, radius }))]),
  coherence: [
    ['default', [{}]],
    ['smoothing 1', [{ smoothing: 1 }]],
    ['kappa 10', [{ kappa: 10 }]],
    ['kappa 10, smoothing 1', [{ kappa: 10, smoothing: 1 }]],
    ['kappa 10, smoothing 1, radius 3', [{ kappa: 10, smoothing: 1, radius: 3 }]],
    ['kappa 0', [{ kappa: 0 }]],
  ],
  kriging: [
    ['fast', [{}]],
    ['best', [{ quality: 'best' }]],
    ['fast, radius 4', [{ radius: 4 }]],
  ],
}

export async function run({ data, selects }) {
  const pictures = await loadPictures(data)
  const masks = Object.entries(damages).map(([damage, draw]) => ({ damage, mask: draw(side) }))
  for (const [method, columns] of Object.entries(studies)) {
    const rows = masks
      .filter(({ damage }) => selects(`${method} ${damage}`))
      .map(({ damage, mask }) => [
        damage,
        ...columns.map(([, variants]) =>
          variants
            .map((options) => meanPsnr(pictures, mask, { method, ...options }).toFixed(1))
            .join(' \\| '),
        ),
      ])
    if (rows.length === 0) continue
    console.log(`\n${method}: in-mask PSNR in dB, means over ${pictures.length} pictures\n`)
    console.log(table(['damage', ...columns.map(([head]) => head)], rows))
  }
}

function meanPsnr(pictures, mask, options) {
  const all = pictures.map((picture) =>
    psnr(inpaint(damaged(picture, mask), mask, options), picture, mask),
  )
  return all.reduce((sum, value) => sum + value, 0) / all.length
}
