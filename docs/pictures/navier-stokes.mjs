// Draws navier-stokes.jpg: node docs/pictures/navier-stokes.mjs, after npm run build.
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { inpaint } from '../../dist/index.js'

const file = (name) => fileURLToPath(new URL(name, import.meta.url))
const methods = ['ns', 'harmonic', 'biharmonic', 'navier-stokes']
const side = 96
const zoom = 2

/** White on black, each pixel the mean of 4 x 4 points. */
function drawing(isWhite) {
  const data = new Uint8Array(side * side * 3)
  for (let i = 0; i < data.length; i++) {
    const x = (Math.floor(i / 3) % side) - side / 2
    const y = Math.floor(i / 3 / side) - side / 2
    let sum = 0
    for (let n = 0; n < 16; n++) {
      sum += isWhite(x + ((n % 4) + 0.5) / 4, y + (Math.floor(n / 4) + 0.5) / 4) ? 15 : 0
    }
    data[i] = sum
  }
  return { data, width: side, height: side }
}

function disc(radius) {
  return Uint8Array.from({ length: side * side }, (_, i) => {
    const x = (i % side) + 0.5 - side / 2
    const y = Math.floor(i / side) + 0.5 - side / 2
    return Math.hypot(x, y) < radius ? 1 : 0
  })
}

async function cut(name, left, top) {
  const image = sharp(file(`../../examples/${name}.png`))
    .removeAlpha()
    .toColourspace('srgb')
  const part = image.extract({ left, top, width: side, height: side })
  return { data: new Uint8Array(await part.raw().toBuffer()), width: side, height: side }
}

const rows = [
  [drawing((x, y) => Math.abs(0.94 * y - 0.34 * x) < 5), disc(12)],
  [drawing((x, y) => Math.abs(Math.hypot(x, y - 40) - 40) < 5), disc(10)],
  [await cut('chelsea', 112, 60), (await cut('text', 112, 60)).data.filter((_, i) => i % 3 === 0)],
]
const tiles = []
for (const [image, mask] of rows) {
  const holed = image.data.map((value, i) =>
    mask[Math.floor(i / 3)] === 0 ? value : [230, 60, 60][i % 3],
  )
  const fills = methods.map((method) => inpaint(image, mask, 3, method).data)
  tiles.push([holed, ...fills])
}
const gap = 4
const step = side * zoom + gap
await sharp({
  create: {
    width: 5 * step - gap,
    height: rows.length * step - gap,
    channels: 3,
    background: 'white',
  },
})
  .composite(
    await Promise.all(
      tiles.flatMap((row, y) =>
        row.map(async (data, x) => ({
          input: await sharp(data, { raw: { width: side, height: side, channels: 3 } })
            .resize(side * zoom, side * zoom, { kernel: 'nearest' })
            .png()
            .toBuffer(),
          left: x * step,
          top: y * step,
        })),
      ),
    ),
  )
  .jpeg({ quality: 88 })
  .toFile(file('navier-stokes.jpg'))
