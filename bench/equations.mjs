import { inpaint } from 'isophote'
import { centredSquare, masks, missingPixels } from './masks.mjs'
import { exponent, interleave, time } from './measure.mjs'
import { photograph, tiledPhotograph } from './pictures.mjs'
import { createRandom } from './random.mjs'
import { ms, table } from './report.mjs'
import { startScikitImage } from './scikit-image.mjs'

export const name = 'equations'
export const title = "`'harmonic'` and `'biharmonic'`"
export const slow = true

export async function run(context) {
  const parts = [
    await againstTelea(context),
    await againstScikitImage(context),
    await size(context),
  ]
  return { detail: parts.join('\n\n') }
}

async function againstTelea({ effort }) {
  const picture = await photograph(512, 3)
  const methods = ['telea', 'harmonic', 'biharmonic']
  const rows = []
  for (const mask of ['text', 'scratches', 'square', 'random']) {
    const missing = masks[mask](512)
    const run = (method) => time(() => inpaint(picture, missing, 5, method))
    for (const method of methods) run(method)
    const [telea, ...others] = await interleave(
      methods.map((method) => () => run(method)),
      effort,
    )
    rows.push([mask, ms(telea), ...others.flatMap((t) => [ms(t), (t / telea).toFixed(2)])])
  }
  const head = ['512x512x3', 'telea r5 ms', 'harmonic ms', '/ telea', 'biharmonic ms', '/ telea']
  return table(head, rows)
}

async function againstScikitImage({ effort, log }) {
  const scikitImage = await startScikitImage()
  if (!scikitImage) return 'No Python with scikit-image was found: it is left out.'
  const rows = []
  for (const side of [256, 512]) {
    const picture = await photograph(side, 3)
    const next = createRandom(8)
    const mask = Uint8Array.from({ length: side * side }, () => (next() < 0.8 ? 1 : 0))
    const ours = () => time(() => inpaint(picture, mask, { method: 'biharmonic' }))
    ours()
    await scikitImage.load(picture, mask)
    const [oursMs, theirsMs] = await interleave([ours, scikitImage.time], effort)
    log(`biharmonic ${side}: ${ms(oursMs)} ms, scikit-image ${ms(theirsMs)} ms`)
    rows.push([`${side}x${side}x3`, ms(oursMs), ms(theirsMs), (theirsMs / oursMs).toFixed(1)])
  }
  scikitImage.stop()
  const head = ['80 % random', 'biharmonic ms', `scikit-image ${scikitImage.version} ms`, 'ratio']
  return table(head, rows)
}

async function size({ effort, log }) {
  const counts = [1e4, 1e5, 1e6, 4e6]
  const rows = []
  for (const method of ['harmonic', 'biharmonic']) {
    const missing = []
    const times = []
    for (const count of counts) {
      const hole = Math.round(Math.sqrt(count))
      const side = Math.round(hole * 1.25)
      const picture = await tiledPhotograph(side, 1)
      const mask = centredSquare(side, hole)
      const run = () => time(() => inpaint(picture, mask, { method }))
      if (count < 1e6) run()
      const [t] = await interleave([run], effort)
      log(`${method} square ${count}: ${ms(t)} ms`)
      missing.push(missingPixels(mask))
      times.push(t)
    }
    rows.push([
      method,
      ...times.map((t, i) => `${ms(t)} (${((t * 1e6) / missing[i]).toFixed(0)})`),
      exponent(missing, times).toFixed(3),
    ])
  }
  return [
    'One square hole, one channel: milliseconds, in brackets nanoseconds per missing pixel.',
    '',
    table(['missing pixels', '10 k', '100 k', '1 M', '4 M', 'exponent'], rows),
  ].join('\n')
}
