// Draws masks.jpg: node docs/pictures/masks.mjs, after npm run build.
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { inpaint } from '../../dist/index.js'

const file = (name) => fileURLToPath(new URL(name, import.meta.url))
const width = 120
const height = 96
const zoom = 2
const gap = 4

/** Part of a picture of the examples. */
async function part(name, left, top, blur) {
  const image = sharp(file(`../../examples/${name}.png`))
    .removeAlpha()
    .toColourspace('srgb')
  const cut = sharp(await image.extract({ left, top, width, height }).png().toBuffer())
  if (blur) cut.blur(blur)
  return new Uint8Array(await cut.raw().toBuffer())
}

const clean = await part('chelsea', 112, 60)
const ink = await part('text', 112, 60, 1.2)
// Writing with a soft edge, of which the mask has the core.
const written = clean.map((value, i) => Math.min(value + ink[i] * 1.4, 255))
const mask = clean.map((_, i) => (ink[3 * i] > 90 ? 255 : 0)).subarray(0, width * height)
const fur = await part('chelsea', 60, 110)
const disc = mask.map((_, i) =>
  Math.hypot((i % width) - 72, Math.floor(i / width) - 48) < 17 ? 255 : 0,
)

const fill = (data, mask, options) => inpaint({ data, width, height }, mask, options).data
/** A clone brush: copies from 36 pixels to the left. */
function clone({ x, y, width: wide, height: high, missing, samples }) {
  for (const i of missing) {
    const from = (y + Math.floor(i / wide)) * width + x + (i % wide) - 36
    for (let c = 0; c < 3; c++) samples[c * wide * high + i] = fur[3 * from + c]
  }
}
const marked = (data, mask) =>
  data.map((value, i) => (mask[Math.floor(i / 3)] === 0 ? value : [230, 60, 60][i % 3]))
const rows = [
  [
    written,
    marked(written, mask),
    fill(written, mask, { method: 'kriging' }),
    fill(written, mask, { method: 'kriging', dilate: 1 }),
    fill(written, mask, { method: 'kriging', dilate: 2 }),
  ],
  [
    fur,
    marked(fur, disc),
    fill(fur, disc, { method: clone }),
    fill(fur, disc, { method: clone, feather: 4 }),
    fill(fur, disc, { method: clone, feather: 12 }),
  ],
]
for (const row of rows) {
  const errors = row.map((data) => {
    const sum = data.reduce(
      (all, value, i) => all + Math.abs(value - (row[0] === fur ? fur : clean)[i]),
      0,
    )
    return (sum / data.length).toFixed(2)
  })
  console.log(errors.join(' '))
}
const tiles = rows.flatMap((row, y) =>
  row.map(async (data, x) => ({
    input: await sharp(data, { raw: { width, height, channels: 3 } })
      .resize(width * zoom, height * zoom, { kernel: 'nearest' })
      .png()
      .toBuffer(),
    left: x * (width * zoom + gap),
    top: y * (height * zoom + gap),
  })),
)
await sharp({
  create: {
    width: 5 * (width * zoom + gap) - gap,
    height: 2 * (height * zoom + gap) - gap,
    channels: 3,
    background: '#fff',
  },
})
  .composite(await Promise.all(tiles))
  .jpeg({ quality: 82 })
  .toFile(file('masks.jpg'))
