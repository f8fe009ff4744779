// Draws the two masks of the demo, scratches.png and text.png: white where the picture is damaged.
// They are part of the repository; run this only to change them.

import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { textLine, textWidth } from './stroke-font.mjs'

const [width, height] = [451, 300]
const random = seededRandom(14)

await draw('scratches.png', scratches())
await draw('text.png', text())

/** Long curved strokes of 1 to 4 pixels from top to bottom, shorter ones across, and some dust. */
function scratches() {
  const between = (least, most) => least + (most - least) * random()
  const shapes = []
  const stroke = (weight, ...path) => {
    const d = path.map((step) => (typeof step === 'string' ? step : step.toFixed(1))).join(' ')
    shapes.push(
      `<path d="${d}" fill="none" stroke="#fff" stroke-width="${weight}" stroke-linecap="round"/>`,
    )
  }
  const long = 9
  for (let n = 0; n < long; n++) {
    const x = (width * (n + random())) / long
    const [top, bottom] = [between(-40, 90), between(height - 90, height + 40)]
    const bend = () => x + between(-55, 55)
    stroke(
      1 + (n % 4),
      'M',
      x,
      top,
      'C',
      bend(),
      height / 3,
      bend(),
      (2 * height) / 3,
      bend(),
      bottom,
    )
  }
  const short = 8
  for (let n = 0; n < short; n++) {
    const [x, y] = [between(0, width - 100), (height * (n + random())) / short]
    const [dx, dy] = [between(50, 120), between(-40, 40)]
    stroke(1 + (n % 3), 'M', x, y, 'q', dx / 2, dy / 2 + between(-30, 30), dx, dy)
  }
  for (let n = 0; n < 40; n++) {
    stroke(between(1.5, 4.5), 'M', between(0, width), between(0, height), 'l', 0.1, 0)
  }
  return shapes.join('')
}

function text() {
  const lines = [
    'an isophote is a line of equal light',
    'it runs into the hole on one side',
    'and comes out of it on the other',
    'a good repair connects the two',
    'so that nobody sees where it was',
  ]
  const size = 15.5
  return lines
    .map((line, n) =>
      textLine(line, (width - textWidth(line, size)) / 2, 52 + n * 53, size, 2.6, '#fff'),
    )
    .join('')
}

/** Without the half-tones of smooth edges: a pixel is missing or it is not. */
async function draw(name, shapes) {
  const file = fileURLToPath(new URL(name, import.meta.url))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#000"/>${shapes}</svg>`
  await sharp(Buffer.from(svg))
    .toColourspace('b-w')
    .threshold(128)
    .png({ palette: true, colours: 2, compressionLevel: 9 })
    .toFile(file)
}

/** mulberry32: the same scratches every time. */
function seededRandom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}
