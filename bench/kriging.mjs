import { inpaint } from 'isophote'
import { masks, missingPixels, randomDots } from './masks.mjs'
import { geomean, interleave, time } from './measure.mjs'
import { photograph } from './pictures.mjs'
import { ms, percent, table } from './report.mjs'
import { startScikitImage } from './scikit-image.mjs'

export const name = 'kriging'
export const title =
  "Local-spectrum kriging, opencv.js's Telea of radius 5, scikit-image's biharmonic: 256x256x3"

const kinds = {
  text: masks.text,
  scratches: masks.scratches,
  discs,
  'random 50 %': masks.random,
  'random 80 %': (side) => randomDots(side, 0.8),
}

/** What one would take instead says how dear ours is: opencv.js has nothing of the kind. */
export async function run({ opencv, effort }) {
  const picture = await photograph(256, 3)
  const scikitImage = await startScikitImage()
  const rows = []
  const factors = []
  for (const [kind, draw] of Object.entries(kinds)) {
    const mask = draw(256)
    const prepared = opencv.prepare(picture, mask)
    const fill = (quality) => () => inpaint(picture, mask, { method: 'kriging', quality })
    const contenders = [
      () => time(fill('fast')),
      () => time(fill('best')),
      () => prepared.time('telea', 5),
    ]
    for (let call = 0; call < 3; call++) for (const contender of contenders) contender()
    await scikitImage?.load(picture, mask)
    const [fastMs, bestMs, opencvMs, scikitImageMs] = await interleave(
      scikitImage ? [...contenders, scikitImage.time] : contenders,
      effort,
    )
    prepared.delete()
    factors.push(fastMs / opencvMs)
    rows.push([
      `${kind} 256x256x3`,
      percent(missingPixels(mask) / mask.length),
      ms(fastMs),
      ms(bestMs),
      ms(opencvMs),
      (fastMs / opencvMs).toFixed(2),
      (bestMs / opencvMs).toFixed(2),
      ...(scikitImage ? [ms(scikitImageMs), (fastMs / scikitImageMs).toFixed(2)] : []),
    ])
  }
  scikitImage?.stop()
  const all = `'fast' takes ${geomean(factors).toFixed(2)} times as long as opencv.js's Telea, by cell ${Math.min(...factors).toFixed(2)} to ${Math.max(...factors).toFixed(2)} times.`
  const head = [
    'cell',
    'missing',
    'fast ms',
    'best ms',
    'opencv.js telea ms',
    'fast times',
    'best times',
    ...(scikitImage ? [`scikit-image ${scikitImage.version} ms`, 'fast times'] : []),
  ]
  const absent = scikitImage ? [] : ['No Python with scikit-image was found: it is left out.']
  return { detail: [all, ...absent, table(head, rows)].join('\n\n') }
}

/** Round holes of radius 5 to 20, apart from each other. */
function discs(side) {
  const mask = new Uint8Array(side * side)
  for (const [x, y, radius] of [
    [0.15, 0.2, 20],
    [0.5, 0.15, 15],
    [0.8, 0.3, 11],
    [0.3, 0.55, 8],
    [0.65, 0.6, 17],
    [0.2, 0.85, 5],
    [0.85, 0.85, 13],
  ]) {
    for (let i = 0; i < mask.length; i++) {
      const dx = (i % side) - x * side
      const dy = Math.floor(i / side) - y * side
      if (Math.hypot(dx, dy) <= radius) mask[i] = 1
    }
  }
  return mask
}
