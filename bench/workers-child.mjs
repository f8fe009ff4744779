// `inpaint` and `inpaintAsync` in turns, by themselves: prints the rows as JSON.
import { inpaint } from 'isophote'
import { inpaintAsync } from 'isophote/worker'
import { missingPixels } from './masks.mjs'
import { interleave, time } from './measure.mjs'
import { tiledPhotograph } from './pictures.mjs'
import { createRandom } from './random.mjs'

/** A worker idle for five seconds is closed; these stay warm, being used in turns. */
const workerCounts = [1, 2]

const effort = JSON.parse(process.argv[2])
const picture = await tiledPhotograph(2048, 3)
const mask = scattered(2048)
const rows = []
for (const method of ['telea', 'ns']) {
  for (const radius of [3, 5, 10]) {
    const contenders = [
      () => time(() => inpaint(picture, mask, radius, method)),
      ...workerCounts.map((workers) => async () => {
        const start = performance.now()
        await inpaintAsync(picture, mask, radius, method, { workers })
        return performance.now() - start
      }),
    ]
    // Each worker compiles the code for itself, and in its own time.
    for (let warmUp = 0; warmUp < 4; warmUp++) for (const run of contenders) await run()
    rows.push({ method, radius, times: await interleave(contenders, effort) })
  }
}
console.log(JSON.stringify({ missing: missingPixels(mask) / mask.length, rows }))

/** Discs on a loose grid, far enough apart to be holes of their own at radius 10. */
function scattered(side) {
  const mask = new Uint8Array(side * side)
  const next = createRandom(6)
  for (let top = 0; top + 64 <= side; top += 64) {
    for (let left = 0; left + 64 <= side; left += 64) {
      const r = 1.5 + next() * 11
      const x0 = left + 32 + (next() - 0.5) * 10
      const y0 = top + 32 + (next() - 0.5) * 10
      for (let y = Math.ceil(y0 - r); y <= y0 + r; y++) {
        for (let x = Math.ceil(x0 - r); x <= x0 + r; x++) {
          if ((x - x0) ** 2 + (y - y0) ** 2 <= r * r) mask[y * side + x] = 1
        }
      }
    }
  }
  return mask
}
