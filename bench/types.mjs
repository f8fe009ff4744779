import { inpaint } from 'isophote'
import { masks } from './masks.mjs'
import { interleave, time } from './measure.mjs'
import { convert, photograph } from './pictures.mjs'
import { ms, table } from './report.mjs'

export const name = 'types'
export const title = 'Sample types and channels: 512x512, text, radius 5'

const types = [Uint8Array, Uint16Array, Float32Array, Float64Array]
const channelCounts = [1, 2, 3, 4]

export async function run({ effort }) {
  const rgb = await photograph(512, 3)
  const mask = masks.text(512)
  const rows = []
  for (const method of ['telea', 'ns']) {
    const pictures = types.flatMap((type) => channelCounts.map((n) => convert(rgb, type, n)))
    for (const picture of pictures) inpaint(picture, mask, 5, method)
    const times = await interleave(
      pictures.map((picture) => () => time(() => inpaint(picture, mask, 5, method))),
      effort,
    )
    const reference = times[pictures.findIndex((p) => p.channels === 3)] / 3
    types.forEach((type, t) => {
      const own = times.slice(t * channelCounts.length, (t + 1) * channelCounts.length)
      rows.push([
        `${method} ${type.name}`,
        ...own.map((value, n) => {
          const relative = value / channelCounts[n] / reference
          return `${ms(value)} ms (${relative.toFixed(2)})`
        }),
      ])
    })
  }
  return {
    detail: [
      'In brackets: time per channel, where a channel of the 8-bit picture of three is 1.',
      '',
      table(['', ...channelCounts.map((n) => `${n} ch.`)], rows),
    ].join('\n'),
  }
}
