import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { blobs, missingPixels } from './masks.mjs'
import { median, time } from './measure.mjs'
import { photograph, tiledPhotograph } from './pictures.mjs'
import { ms, percent, table } from './report.mjs'

export const name = 'exemplar'
export const title = "Large holes: 'exemplar', and G'MIC's inpaint_matchpatch on one thread"
export const slow = true

const child = fileURLToPath(new URL('./exemplar-child.mjs', import.meta.url))

/** Whole processes in turns: start, reading files, everything compiled for the first time. */
export async function run({ quick, log }) {
  const folder = mkdtempSync(join(tmpdir(), 'isophote-bench-'))
  const hasGmic = spawnSync('gmic', ['-version']).status === 0
  const rows = []
  for (const side of quick ? [512] : [512, 1024]) {
    const picture = side === 512 ? await photograph(512, 3) : await tiledPhotograph(side, 3)
    for (const share of [0.05, 0.15, 0.3]) {
      const mask = blobs(side, side, share)
      const files = await write(folder, picture, mask)
      const ours = []
      const calls = []
      const theirs = []
      for (let round = 0; round < 3; round++) {
        ours.push(time(() => calls.push(start(files, side, side).call)))
        if (hasGmic) theirs.push(time(() => startGmic(files)))
      }
      const cells = [
        `${side}x${side}x3`,
        percent(missingPixels(mask) / mask.length),
        ms(median(calls)),
        ms(median(ours)),
        hasGmic ? ms(median(theirs)) : '-',
        hasGmic ? (median(theirs) / median(ours)).toFixed(2) : '-',
      ]
      log(cells.join(', '))
      rows.push(cells)
    }
  }
  const large = await camera(folder)
  rmSync(folder, { recursive: true })
  const without = hasGmic ? '' : " G'MIC is not installed here."
  return {
    detail: [
      `Process against process, the picture read from a file and the result written to one.${without}`,
      '',
      table(['cell', 'missing', 'call ms', 'process ms', "G'MIC ms", 'ratio'], rows),
      '',
      large,
    ].join('\n'),
  }
}

/** A photograph as a camera takes it, 2 % of it missing, and one of a megapixel. */
async function camera(folder) {
  const results = []
  for (const [width, height] of [
    [1152, 864],
    [4000, 3000],
  ]) {
    const square = await tiledPhotograph(Math.max(width, height), 3)
    const data = square.data.subarray(0, width * height * 3)
    const picture = { data, width, height, channels: 3 }
    // The rows are shorter than the square's, so the picture is another one: sheared.
    const files = await write(folder, picture, blobs(width, height, 0.02))
    const runs = Array.from({ length: 3 }, () => start(files, width, height))
    results.push({ call: median(runs.map(({ call }) => call)), peak: runs[0].peak })
  }
  const [small, large] = results
  return `2 % missing: 1 megapixel ${ms(small.call)} ms, 12 megapixels (4000x3000) ${ms(large.call)} ms, ${(large.call / small.call).toFixed(1)} times as long; ${Math.round(large.peak / 1e6)} MB at the peak of the process.`
}

async function write(folder, { data, width, height, channels }, mask) {
  const files = Object.fromEntries(
    ['picture', 'mask', 'result'].map((file) => [file, join(folder, file)]),
  )
  writeFileSync(files.picture, data)
  writeFileSync(files.mask, mask)
  const png = (bytes, of) =>
    sharp(bytes, { raw: { width, height, channels: of } }).png({ compressionLevel: 1 })
  await png(data, channels).toFile(`${files.picture}.png`)
  await png(
    mask.map((v) => v * 255),
    1,
  ).toFile(`${files.mask}.png`)
  return files
}

function start({ picture, mask, result }, width, height) {
  const args = [child, picture, mask, result, width, height]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`exemplar: ${stderr.slice(-1000)}`)
  return JSON.parse(stdout)
}

function startGmic({ picture, mask, result }) {
  const { status, stderr } = spawnSync(
    'gmic',
    [`${picture}.png`, `${mask}.png`, '-inpaint_matchpatch[0]', '[1]', '-o[0]', `${result}.png`],
    { encoding: 'utf8', env: { ...process.env, OMP_NUM_THREADS: '1' } },
  )
  if (status !== 0) throw new Error(`gmic: ${stderr.slice(-1000)}`)
}
