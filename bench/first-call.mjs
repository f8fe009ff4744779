import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { masks } from './masks.mjs'
import { median } from './measure.mjs'
import { photograph } from './pictures.mjs'
import { ms, table } from './report.mjs'

export const name = 'first-call'
export const title = 'First call of a fresh process: 512x512x3, text, radius 5'

const child = fileURLToPath(new URL('./first-call-child.mjs', import.meta.url))

export async function run({ quick }) {
  const folder = mkdtempSync(join(tmpdir(), 'isophote-bench-'))
  const pictureFile = join(folder, 'picture')
  const maskFile = join(folder, 'mask')
  writeFileSync(pictureFile, (await photograph(512, 3)).data)
  writeFileSync(maskFile, masks.text(512))
  const start = (library, method) => {
    const args = [child, library, method, pictureFile, maskFile]
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${library}, first call: ${stderr.slice(-1000)}`)
    return JSON.parse(stdout)
  }

  const rows = []
  for (const method of ['telea', 'ns']) {
    const runs = { isophote: [], 'opencv.js': [] }
    for (let n = 0; n < (quick ? 3 : 5); n++) {
      for (const library of Object.keys(runs)) runs[library].push(start(library, method))
    }
    for (const [library, some] of Object.entries(runs)) {
      const loads = some.map((r) => r.load)
      const call = (n) => median(some.map((r) => r.calls[n]))
      rows.push([
        `${method} ${library}`,
        ms(median(loads)),
        ms(call(0)),
        ms(call(1)),
        ms(call(9)),
        ms(median(some.map((r) => r.load + r.calls[0]))),
      ])
    }
  }
  rmSync(folder, { recursive: true })
  return {
    detail: table(
      ['', 'load ms', '1st call ms', '2nd call ms', '10th call ms', 'load + 1st ms'],
      rows,
    ),
  }
}
