import { inpaint } from 'isophote'
import { centredSquare, missingPixels } from './masks.mjs'
import { interleave, time } from './measure.mjs'
import { tiledPhotograph } from './pictures.mjs'
import { ms, table } from './report.mjs'

export const name = 'small-hole'
export const title = 'A hole of 40x40 in a grey picture of 8000x8000, radius 5'
export const slow = true

export async function run({ opencv, effort }) {
  const picture = await tiledPhotograph(8000, 1)
  const mask = centredSquare(8000, 40)
  const contenders = {
    'isophote telea': () => time(() => inpaint(picture, mask, 5, 'telea')),
    'isophote ns': () => time(() => inpaint(picture, mask, 5, 'ns')),
    'one copy of the picture': () => time(() => sink(picture.data.slice())),
    'one scan of the mask, byte by byte': () => time(() => sink(missingPixels(mask))),
  }
  const prepared = opencv.prepare(picture, mask)
  contenders['opencv.js telea'] = () => prepared.time('telea', 5)
  contenders['opencv.js ns'] = () => prepared.time('ns', 5)

  for (const contender of Object.values(contenders)) contender()
  const times = await interleave(Object.values(contenders), effort)
  prepared.delete()
  const least = times[2] + times[3]
  return {
    detail: table(
      ['', 'ms', 'relative to copy + scan'],
      Object.keys(contenders).map((label, i) => [
        label,
        ms(times[i]),
        (times[i] / least).toFixed(2),
      ]),
    ),
  }
}

/** Keeps a result alive, so that making it cannot be optimised away. */
let kept
function sink(value) {
  kept = value
  return kept
}
