import { inpaint } from 'isophote'
import { centredSquare, masks, missingPixels } from './masks.mjs'
import { exponent, interleave, time } from './measure.mjs'
import { tiledPhotograph } from './pictures.mjs'
import { ms, table } from './report.mjs'

export const name = 'hole-size'
export const title = 'Cost against missing pixels: RGB, radius 5'
export const slow = true

const counts = [1e4, 1e5, 1e6, 4e6]

const shapes = {
  random: (count) => masks.random(Math.round(Math.sqrt(count * 2))),
  square: (count) =>
    centredSquare(Math.round(Math.sqrt(count) * 1.25), Math.round(Math.sqrt(count))),
}

export async function run({ opencv, effort, log }) {
  await growMemory(opencv)
  const rows = []
  for (const method of ['telea', 'ns']) {
    for (const [shape, maskOf] of Object.entries(shapes)) {
      const missing = []
      const ours = []
      const theirs = []
      for (const count of counts) {
        const mask = maskOf(count)
        const picture = await tiledPhotograph(Math.sqrt(mask.length), 3)
        const prepared = opencv.prepare(picture, mask)
        // The large ones find everything warm, and take seconds.
        if (count < 1e6) inpaint(picture, mask, 5, method)
        const [oursMs, theirsMs] = await interleave(
          [() => time(() => inpaint(picture, mask, 5, method)), () => prepared.time(method, 5)],
          effort,
        )
        prepared.delete()
        missing.push(missingPixels(mask))
        ours.push(oursMs)
        theirs.push(theirsMs)
        log(`${method} ${shape} ${count}: ${ms(oursMs)} ms, opencv.js ${ms(theirsMs)} ms`)
      }
      const line = (library, times) => [
        `${method} ${shape} ${library}`,
        ...times.map((t, i) => `${ms(t)} (${((t * 1e6) / missing[i]).toFixed(0)})`),
        exponent(missing, times).toFixed(3),
      ]
      rows.push(line('isophote', ours), line('opencv.js', theirs))
    }
  }
  return {
    detail: [
      'Milliseconds, in brackets nanoseconds per missing pixel. Exponent 1 is exactly linear. The memory of opencv.js has been',
      'grown before, which slows isophote down, and would otherwise do so for the largest size alone.',
      '',
      table(['missing pixels', '10 k', '100 k', '1 M', '4 M', 'exponent'], rows),
    ].join('\n'),
  }
}

/**
 * Has opencv.js fill the largest hole once. Where its memory grows, V8 from then on asks before every access to a
 * typed array whether its buffer is still there: isophote takes 1.2 times as long, and is to do so for all sizes alike.
 */
async function growMemory(opencv) {
  const mask = shapes.random(counts.at(-1))
  const prepared = opencv.prepare(await tiledPhotograph(Math.sqrt(mask.length), 3), mask)
  prepared.time('ns', 5)
  prepared.delete()
}
