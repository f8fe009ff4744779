// Draws kriging-limits.jpg: node docs/pictures/kriging-limits.mjs, after npm run build.
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { inpaint } from '../../dist/index.js'
import { contactSheet } from '../../examples/contact-sheet.mjs'
import { damaged, damages } from '../../gallery/damages.mjs'
import { loadPictures, side } from '../../gallery/pictures.mjs'

const [astronaut] = await loadPictures()
const zoom = 3

/** What of the gallery's picture is shown, and under which damage. */
const rows = [
  ['discs', { left: 60, top: 160, width: 112, height: 96 }],
  ['random 90', { left: 80, top: 72, width: 112, height: 96 }],
]

const cells = []
for (const [name, box] of rows) {
  const mask = damages[name](side)
  const shown = {
    original: astronaut,
    [name]: damaged(astronaut, mask),
    'navier-stokes': inpaint(astronaut, mask, { method: 'navier-stokes' }),
    kriging: inpaint(astronaut, mask, { method: 'kriging' }),
  }
  const row = Object.entries(shown).map(async ([caption, picture]) => ({
    caption,
    file: await enlarged(picture, box),
  }))
  cells.push(await Promise.all(row))
}
const sheet = join(tmpdir(), 'kriging-limits.png')
await contactSheet(cells, sheet)
await sharp(sheet)
  .jpeg({ quality: 88 })
  .toFile(fileURLToPath(new URL('kriging-limits.jpg', import.meta.url)))
await rm(sheet)

async function enlarged({ data, width, height, channels }, box) {
  const cut = await sharp(data, { raw: { width, height, channels } }).extract(box).png().toBuffer()
  return sharp(cut)
    .resize(box.width * zoom, box.height * zoom, { kernel: 'nearest' })
    .png()
    .toBuffer()
}
