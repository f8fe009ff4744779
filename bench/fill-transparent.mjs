import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ms, percent, table } from './report.mjs'

export const name = 'fill-transparent'
export const title = 'Colour under transparency: a sheet of sprites, 6000x4000 RGBA'
export const slow = true

const child = fileURLToPath(new URL('./fill-transparent-child.mjs', import.meta.url))
const tasks = [['copy'], ['nearest'], ['nearest', '16'], ['harmonic']]

export async function run({ quick }) {
  const start = (...args) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [child, ...args], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`fill-transparent, ${args}: ${stderr.slice(-1000)}`)
    return JSON.parse(stdout)
  }
  const held = start('hold')
  const rows = tasks
    .filter(([task]) => !quick || task !== 'harmonic')
    .map(([task, distance]) => {
      const { peak, times } = start(task, ...(distance ? [distance] : []))
      return [
        distance ? `${task}, distance ${distance}` : task,
        ms(times[0]),
        times.length > 1 ? ms(times.toSorted((a, b) => a - b)[1]) : '',
        Math.round((peak - held.peak) / 1e6),
      ]
    })
  return {
    detail: `${percent(held.share)} transparent. A copy is \`data.slice()\`, three calls in a process; memory is
that above a process that only holds the 96 MB of the picture.\n\n${table(
      ['', 'ms, first call', 'median of three', 'peak MB above'],
      rows,
    )}`,
  }
}
