// Draws exemplar.jpg: ISOPHOTE_DATA=<folder with cc0/> node docs/pictures/exemplar.mjs, after npm run build.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { exemplar, variants } from '../../dist/exemplar.js'
import { maskOf, removals } from '../../gallery/removals.mjs'

const data = process.env.ISOPHOTE_DATA
if (!data) throw new Error('ISOPHOTE_DATA: expected a folder with cc0/, got none')
const cell = 180
const gap = 4

async function scene(name) {
  const removal = removals.find((one) => one.name === name)
  const { data: samples, info } = await sharp(join(data, removal.picture))
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const picture = { ...info, data: new Uint8Array(samples) }
  return { picture, mask: maskOf(removal, info.width, info.height) }
}

const marked = ({ data, channels, ...picture }, mask) => ({
  ...picture,
  channels,
  data: data.map((value, i) =>
    mask[Math.floor(i / channels)] === 0 ? value : [230, 60, 60][i % channels],
  ),
})

const camera = await scene('camera, tripod')
const grass = await scene('grass')
const [first, second] = variants(grass.picture, grass.mask, { count: 2 })
const shown = [
  [marked(camera.picture, camera.mask), 140, 150, 360],
  [exemplar(camera.picture, camera.mask), 140, 150, 360],
  [marked(grass.picture, grass.mask), 130, 130, 240],
  [first.image, 130, 130, 240],
  [second.image, 130, 130, 240],
]
const cells = await Promise.all(
  shown.map(async ([{ data, width, height, channels }, left, top, side], n) => ({
    input: await sharp(data, { raw: { width, height, channels } })
      .extract({ left, top, width: side, height: side })
      .resize(cell, cell)
      .png()
      .toBuffer(),
    left: gap + n * (cell + gap),
    top: gap,
  })),
)
const size = { width: gap + shown.length * (cell + gap), height: cell + 2 * gap }
await sharp({ create: { ...size, channels: 3, background: '#fff' } })
  .composite(cells)
  .jpeg({ quality: 80 })
  .toFile(fileURLToPath(new URL('exemplar.jpg', import.meta.url)))
