// Draws guidance-*.jpg: node docs/pictures/guidance.mjs <folder>, after npm run build. The folder holds
// cc0/, as the gallery's: astronaut.png, camera.png and chelsea.png of scikit-image, as PNG.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { canny, completeEdges } from '../../dist/edges.js'
import { inpaint } from '../../dist/index.js'

const [folder] = process.argv.slice(2)
const gap = 4

async function load(name, left, top, width, height) {
  const image = sharp(join(folder, 'cc0', `${name}.png`)).removeAlpha()
  const cut = image.toColourspace('srgb').extract({ left, top, width, height })
  return { data: new Uint8Array(await cut.raw().toBuffer()), width, height, channels: 3 }
}

const marks = ({ width, height }, isMarked) =>
  Uint8Array.from({ length: width * height }, (_, i) =>
    isMarked(i % width, Math.floor(i / width)) ? 255 : 0,
  )

/** Tints what is marked. */
const tinted = (image, marked, tint = [230, 40, 40]) => ({
  ...image,
  data: image.data.map((value, i) =>
    marked[Math.floor(i / 3)] === 0 ? value : 0.4 * value + 0.6 * tint[i % 3],
  ),
})

const withLines = (image, lines) => ({
  ...image,
  svg: lines
    .map((line) => {
      const points = (line.points ?? line).map((point) => point.join(',')).join(' ')
      const width = line.width ?? 1.5
      return `<polyline points="${points}" stroke="#0ff" stroke-width="${width}" stroke-opacity="0.7" fill="none"/>`
    })
    .join(''),
})

/** Colours painted on nothing: shapes, each with a colour and how much it is wanted. */
function painting({ width, height }, shapes) {
  const data = new Uint8Array(4 * width * height)
  for (const [isInside, color, weight] of shapes) {
    for (let i = 0; i < width * height; i++) {
      if (isInside(i % width, Math.floor(i / width))) data.set([...color, weight], 4 * i)
    }
  }
  return { data, width, height }
}

const painted = (image, { data }) => ({
  ...image,
  data: image.data.map((value, i) => {
    const from = 4 * Math.floor(i / 3)
    return data[from + 3] === 0 ? value : data[from + (i % 3)]
  }),
})

async function sheet(name, rows, scale) {
  const [{ width, height }] = rows[0]
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)]
  const tiles = rows.flatMap((row, y) =>
    row.map(async ({ data, svg }, x) => {
      let tile = sharp(data, { raw: { width, height, channels: 3 } })
      if (svg) {
        const lines = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="-0.5 -0.5 ${width} ${height}">${svg}</svg>`
        const drawn = tile.composite([{ input: Buffer.from(lines) }])
        tile = sharp(await drawn.png().toBuffer())
      }
      const input = await tile.resize(wide, high).png().toBuffer()
      return { input, left: x * (wide + gap), top: y * (high + gap) }
    }),
  )
  const page = {
    width: rows[0].length * (wide + gap) - gap,
    height: rows.length * (high + gap) - gap,
    channels: 3,
    background: '#fff',
  }
  await sharp({ create: page })
    .composite(await Promise.all(tiles))
    .jpeg({ quality: 80 })
    .toFile(fileURLToPath(new URL(`guidance-${name}.jpg`, import.meta.url)))
}

{
  const image = await load('camera', 150, 220, 260, 240)
  const mask = marks(image, (x, y) => Math.hypot(x - 160, y - 165) < 34)
  const lines = [
    {
      points: [
        [132, 114],
        [103, 236],
      ],
      width: 11,
    },
    {
      points: [
        [143.5, 127],
        [143.5, 239],
      ],
      width: 10,
    },
    {
      points: [
        [161, 112],
        [227, 236],
      ],
      width: 6,
    },
  ]
  const drawn = withLines(tinted(image, mask), lines)
  const row = [
    drawn,
    inpaint(image, mask, { method: 'exemplar' }),
    inpaint(image, mask, { method: 'exemplar', guide: { lines } }),
    inpaint(image, mask, { method: 'harmonic', guide: { lines } }),
  ]
  await sheet('lines', [row], 1)
}

{
  const image = await load('astronaut', 0, 0, 512, 512)
  const mask = marks(image, (x, y) => Math.hypot((x - 420) / 75, (y - 150) / 170) < 1)
  const forbid = marks(
    image,
    (x, y) =>
      Math.hypot((x - 228) / 85, (y - 100) / 105) < 1 || x < 110 || y > 400 || (y > 140 && x < 372),
  )
  const method = 'exemplar'
  const row = [
    tinted(tinted(image, forbid, [40, 90, 255]), mask),
    inpaint(image, mask, { method }),
    inpaint(image, mask, { method, guide: { forbid } }),
  ]
  await sheet('source', [row], 0.6)
}

{
  const image = await load('chelsea', 100, 50, 220, 180)
  const mask = marks(image, (x, y) => Math.hypot((x - 72) / 40, (y - 60) / 34) < 1)
  const ring = (x, y) => Math.abs(Math.hypot((x - 72) / 32, (y - 60) / 30) - 1) < 0.06
  const colors = painting(image, [
    [(x, y) => Math.hypot(x - 72, y - 60) < 24, [150, 150, 70], 255],
    [(x, y) => Math.hypot((x - 74) / 9, (y - 62) / 15) < 1, [15, 15, 15], 255],
    [(x, y) => Math.hypot(x - 68, y - 50) < 3, [240, 240, 250], 255],
    [ring, [40, 25, 20], 200],
  ])
  const fills = (method) => [
    inpaint(image, mask, { method }),
    inpaint(image, mask, { method, guide: { colors } }),
  ]
  await sheet(
    'colors',
    [[painted(tinted(image, mask), colors), ...fills('harmonic'), ...fills('exemplar')]],
    1,
  )
}

{
  const fills = (image, mask, guide) =>
    ['harmonic', 'exemplar'].flatMap((method) => [
      inpaint(image, mask, { method }),
      inpaint(image, mask, { method, guide }),
    ])
  const man = await load('camera', 40, 60, 220, 180)
  const hole = marks(man, (x, y) => Math.hypot(x - 50, y - 80) < 24)
  const lines = completeEdges(man, hole)
  const woman = await load('astronaut', 100, 100, 220, 180)
  const chin = marks(woman, (x, y) => Math.hypot(x - 100, y - 60) < 35)
  const map = canny(woman)
  const isEdge = marks(woman, () => false).map((_, i) =>
    chin[i] !== 0 && (map.data[2 * i] !== 0 || map.data[2 * i + 1] !== 0) ? 1 : 0,
  )
  const rows = [
    [withLines(tinted(man, hole), lines), ...fills(man, hole, { edges: lines })],
    [tinted(tinted(woman, chin), isEdge, [0, 255, 255]), ...fills(woman, chin, { edges: map })],
  ]
  await sheet('edges', rows, 1)
}
