import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { geomean } from './measure.mjs'
import { ms, percent, table } from './report.mjs'

export const name = 'workers'
export const title = 'Scattered holes in an RGB picture of 2048x2048: `inpaint` and `inpaintAsync`'
export const slow = true

const child = fileURLToPath(new URL('./workers-child.mjs', import.meta.url))

/**
 * In a process of its own, because opencv.js is no part of this: what it keeps in memory makes every collection of garbage
 * longer, for which `inpaint` has the second core and two workers have none.
 */
export async function run({ effort, log }) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [child, JSON.stringify(effort)], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`workers: ${stderr.slice(-1000)}`)
  const measured = JSON.parse(stdout)
  const ratios = []
  const rows = measured.rows.map(({ method, radius, times }) => {
    const [sync, one, two] = times
    log(`workers ${method} r${radius}: ${times.map(ms).join(', ')} ms`)
    ratios.push([sync / one, sync / two, one / two])
    const [byOne, byTwo, twoOverOne] = ratios[ratios.length - 1].map((ratio) => ratio.toFixed(2))
    return [`${method} r${radius}`, ms(sync), ms(one), byOne, ms(two), byTwo, twoOverOne]
  })
  const [byOne, byTwo, twoOverOne] = [0, 1, 2].map((n) =>
    geomean(ratios.map((some) => some[n])).toFixed(2),
  )
  rows.push(['geometric mean', '', '', byOne, '', byTwo, twoOverOne])
  const head = ['', 'inpaint, ms', '1 worker, ms', 'ratio', '2 workers, ms', 'ratio', '2 over 1']
  return {
    detail: `${percent(measured.missing)} missing, in discs of 3 to 25 pixels across.\n\n${table(head, rows)}`,
  }
}
