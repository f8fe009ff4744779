import { inpaint } from 'isophote'
import { masks, missingPixels } from './masks.mjs'
import { geomean, interleave, time } from './measure.mjs'
import { photograph } from './pictures.mjs'
import { ms, percent, table } from './report.mjs'

export const name = 'coherence'
export const title = "Coherence transport, and opencv.js's Telea: 512x512, radius 5"

/** opencv.js has no coherence transport: what it would take instead says how dear ours is. */
export async function run({ opencv, effort }) {
  const rows = []
  const factors = []
  for (const channels of [1, 3]) {
    const picture = await photograph(512, channels)
    for (const [kind, draw] of Object.entries(masks)) {
      const mask = draw(512)
      const prepared = opencv.prepare(picture, mask)
      const ours = () => inpaint(picture, mask, { method: 'coherence' })
      const contenders = [() => time(ours), () => prepared.time('telea', 5)]
      for (let call = 0; call < 3; call++) for (const contender of contenders) contender()
      const [oursMs, opencvMs] = await interleave(contenders, effort)
      prepared.delete()
      factors.push(oursMs / opencvMs)
      rows.push([
        `${kind} 512x512x${channels}`,
        percent(missingPixels(mask) / mask.length),
        ms(oursMs),
        ms(opencvMs),
        (oursMs / opencvMs).toFixed(2),
      ])
    }
  }
  const all = `Coherence transport takes ${geomean(factors).toFixed(2)} times as long, by cell ${Math.min(...factors).toFixed(2)} to ${Math.max(...factors).toFixed(2)} times.`
  const head = ['cell', 'missing', 'coherence ms', 'opencv.js telea ms', 'times']
  return { detail: `${all}\n\n${table(head, rows)}` }
}
