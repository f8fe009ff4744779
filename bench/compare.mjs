import { inpaint } from 'isophote'
import { missingPixels } from './masks.mjs'
import { interleave, time } from './measure.mjs'

/**
 * Measures the given cells, all of one picture and one mask, and checks that the results are the
 * same. isophote is timed as a whole, copying and checking included; of the others, which get their
 * own kind of image beforehand, only the call itself.
 */
export async function compare(picture, mask, cells, { opencv, native, effort, log }) {
  const theirs = opencv.prepare(picture, mask)
  await native?.load(picture, mask)
  const missing = missingPixels(mask) / mask.length
  const rows = []
  for (const { method, radius, ...cell } of cells) {
    const ours = inpaint(picture, mask, radius, method)
    theirs.time(method, radius)
    const different = countDifferent(ours.data, theirs.result())
    warmUp(() => inpaint(picture, mask, radius, method))

    const contenders = [
      () => time(() => inpaint(picture, mask, radius, method)),
      () => theirs.time(method, radius),
    ]
    if (native) contenders.push(() => native.time(method, radius))
    const [oursMs, opencvMs, nativeMs] = await interleave(contenders, effort)
    const row = {
      ...cell,
      method,
      radius,
      missing,
      oursMs,
      opencvMs,
      ratio: opencvMs / oursMs,
      nativeMs,
      nativeRatio: nativeMs / oursMs,
      different,
    }
    rows.push(row)
    log(
      `${cell.name.padEnd(36)} ${oursMs.toFixed(1).padStart(8)} ms ${opencvMs.toFixed(1).padStart(8)} ms` +
        ` ${row.ratio.toFixed(2).padStart(6)}${different ? `  ${different} samples differ` : ''}`,
    )
  }
  theirs.delete()
  return rows
}

/** Lets the compiler settle: a few calls, or a tenth of a second. */
function warmUp(run) {
  const end = performance.now() + 100
  for (let calls = 0; calls < 5 && performance.now() < end; calls++) run()
}

function countDifferent(a, b) {
  let count = 0
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++
  return count
}
