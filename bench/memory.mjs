import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ms, table } from './report.mjs'

export const name = 'memory'
export const title = 'Peak memory: RGB picture of 10000x10000, thin scratches, radius 5'
export const slow = true

const child = fileURLToPath(new URL('./memory-child.mjs', import.meta.url))

export async function run() {
  const start = (task) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [child, task], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`memory, ${task}: ${stderr.slice(-1000)}`)
    return JSON.parse(stdout)
  }
  const baseline = start('hold')
  const rows = ['telea', 'ns'].map((method) => {
    const { peak, time, missing } = start(method)
    return [
      method,
      megabytes(peak),
      megabytes(peak - baseline.peak),
      megabytes(peak - baseline.peak - baseline.picture),
      ms(time),
      missing,
    ]
  })
  return {
    detail: [
      `Picture and mask alone: ${megabytes(baseline.peak)} MB at the peak` +
        ` (${megabytes(baseline.picture)} the picture, ${megabytes(baseline.mask)} the mask).`,
      '',
      table(
        ['', 'peak MB', 'above that', 'of it not the result', 'ms, first call', 'missing pixels'],
        rows,
      ),
    ].join('\n'),
  }
}

function megabytes(bytes) {
  return Math.round(bytes / 1e6)
}
