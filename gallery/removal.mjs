import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exemplar } from 'isophote/exemplar'
import sharp from 'sharp'
import { contactSheet } from '../examples/contact-sheet.mjs'
import { startShiftMap } from './others.mjs'
import { maskOf, removals } from './removals.mjs'

export const title =
  "things taken out of photographs by 'exemplar', beside G'MIC and OpenCV's shift-map where these are"

/** For eyes alone: figures reward blur here. What was seen is written down in docs/removal.md. */
export async function run({ data, output, selects }) {
  if (!data) throw new Error('--data: expected a folder with cc0/ and kodak/, got none')
  mkdirSync(output, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'isophote-gallery-'))
  const hasGmic = spawnSync('gmic', ['-version']).status === 0
  if (!hasGmic) console.log("G'MIC was not found: isophote is shown without it.")
  const { shiftMap, stop } = await startShiftMap()
  for (const removal of removals) {
    if (!selects(removal.name)) continue
    const picture = await load(join(data, removal.picture))
    const mask = maskOf(removal, picture.width, picture.height)
    const shown = [
      ['what goes', { ...picture, data: marked(picture, mask) }],
      ['isophote exemplar', exemplar(picture, mask)],
    ]
    if (removal.forbid) {
      const forbid = maskOf(removal.forbid, picture.width, picture.height)
      shown.push(['isophote exemplar, with forbid', exemplar(picture, mask, { guide: { forbid } })])
    }
    if (hasGmic) shown.push(['gmic matchpatch', await byGmic(folder, picture, mask)])
    if (shiftMap) shown.push([shiftMap.name, await shiftMap.repair(picture, mask)])
    const cells = []
    for (const [caption, image] of shown) {
      const file = join(folder, `${cells.length}.png`)
      await save(image, file)
      cells.push({ caption, file })
    }
    const file = join(output, `removal-${removal.name.replace(/\W+/g, '-')}.png`)
    await contactSheet([cells], file)
    console.log(file)
  }
  stop()
  rmSync(folder, { recursive: true })
}

async function load(file) {
  if (!existsSync(file)) throw new Error(`--data: expected ${file} to be there`)
  const { data, info } = await sharp(file)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), ...info }
}

function save({ data, width, height, channels }, file) {
  return sharp(data, { raw: { width, height, channels } }).png().toFile(file)
}

function marked({ data, channels }, mask) {
  return data.map((value, i) =>
    mask[Math.floor(i / channels)] === 0 ? value : [230, 60, 60][i % channels],
  )
}

async function byGmic(folder, picture, mask) {
  const [image, hole, result] = ['image', 'hole', 'result'].map((name) =>
    join(folder, `${name}.png`),
  )
  await save(picture, image)
  await save({ ...picture, data: mask.map((v) => v * 255), channels: 1 }, hole)
  // It overshoots by a few levels, and would then write 16 bits.
  const args = [image, hole, '-inpaint_matchpatch[0]', '[1]', '-k[0]', '-c', '0,255', '-o', result]
  const { status, stderr } = spawnSync('gmic', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`gmic: ${stderr.slice(-1000)}`)
  return load(result)
}
