import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inpaint } from 'isophote'
import sharp from 'sharp'
import { contactSheet } from '../examples/contact-sheet.mjs'
import { damaged, damages } from './damages.mjs'
import { loadPictures, side } from './pictures.mjs'
import { psnr } from './score.mjs'

export const title = 'the pictures in docs/pictures of the methods'

const zoom = 3

/** File by file: a part of a picture, and the methods to compare on it, under scratches if nothing else is said. */
const figures = {
  coherence: {
    picture: 'astronaut',
    part: { left: 0, top: 140, width: 116, height: 100 },
    methods: [{ method: 'telea' }, { method: 'coherence' }],
  },
  harmonic: {
    picture: 'astronaut',
    part: { left: 0, top: 140, width: 116, height: 100 },
    methods: [{ method: 'telea' }, { method: 'harmonic' }],
  },
  biharmonic: {
    picture: 'astronaut',
    part: { left: 0, top: 140, width: 116, height: 100 },
    methods: [{ method: 'harmonic' }, { method: 'biharmonic' }],
  },
  kriging: {
    picture: 'astronaut',
    damage: 'discs',
    part: { left: 50, top: 156, width: 116, height: 100 },
    methods: [{ method: 'navier-stokes' }, { method: 'kriging' }],
  },
}

export async function run({ output }) {
  mkdirSync(output, { recursive: true })
  const pictures = await loadPictures()
  for (const [name, figure] of Object.entries(figures)) {
    const { picture: wanted, damage = 'scratches', part, methods } = figure
    const mask = damages[damage](side)
    const picture = pictures.find((one) => one.name === wanted)
    const broken = damaged(picture, mask)
    const cells = [{ caption: 'damaged', file: await enlarged(broken, part) }]
    for (const options of methods) {
      const repaired = inpaint(broken, mask, options)
      const caption = `${options.method} ${psnr(repaired, picture, mask).toFixed(1)} dB`
      cells.push({ caption, file: await enlarged(repaired, part) })
    }
    const sheet = join(output, `${name}.png`)
    await contactSheet([cells], sheet)
    const file = fileURLToPath(new URL(`../docs/pictures/${name}.jpg`, import.meta.url))
    await sharp(sheet).jpeg({ quality: 88 }).toFile(file)
    console.log(file)
  }
}

/** A part, each of its pixels as a square of them. */
async function enlarged({ data, width, height, channels }, part) {
  const cut = await sharp(data, { raw: { width, height, channels } }).extract(part).png().toBuffer()
  return sharp(cut)
    .resize(part.width * zoom, part.height * zoom, { kernel: 'nearest' })
    .png()
    .toBuffer()
}
