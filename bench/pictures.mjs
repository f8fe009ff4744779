import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { createRandom } from './random.mjs'

const file = fileURLToPath(new URL('../examples/chelsea.png', import.meta.url))

/** The photograph at the given side, as 8-bit grey (1 channel) or RGB (3). */
export async function photograph(side, channels) {
  const rgb = await sharp(file).removeAlpha().resize(side, side, { fit: 'cover' }).raw().toBuffer()
  const data = channels === 1 ? luminance(rgb) : Uint8Array.from(rgb)
  addNoise(data)
  return { data, width: side, height: side, channels }
}

/** The photograph laid like tiles, every other one mirrored so that there are no seams. */
export async function tiledPhotograph(side, channels) {
  const tile = await photograph(512, channels)
  const data = new Uint8Array(side * side * channels)
  for (let y = 0, to = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const from = (mirrored(y) * 512 + mirrored(x)) * channels
      for (let c = 0; c < channels; c++) data[to++] = tile.data[from + c]
    }
  }
  return { data, width: side, height: side, channels }
}

/** One colour everywhere. Every sum a kernel makes then lies on a rounding boundary: its worst case. */
export function flatPicture(side, channels) {
  const data = new Uint8Array(side * side * channels)
  const colour = channels === 1 ? [128] : [200, 128, 31]
  for (let i = 0; i < data.length; i++) data[i] = colour[i % channels]
  return { data, width: side, height: side, channels }
}

/** The same picture in another sample type, full range, and with 1 to 4 channels made from its three. */
export function convert({ data, width, height }, Samples, channels) {
  const scale = Samples === Uint16Array ? 257 : Samples === Uint8Array ? 1 : 1 / 255
  const out = new Samples(width * height * channels)
  for (let i = 0, p = 0; i < out.length; p++) {
    for (let c = 0; c < channels; c++) out[i++] = data[p * 3 + (c % 3)] * scale
  }
  return { data: out, width, height, channels }
}

function luminance(rgb) {
  const grey = new Uint8Array(rgb.length / 3)
  for (let i = 0, p = 0; i < grey.length; i++, p += 3) {
    grey[i] = Math.round(0.299 * rgb[p] + 0.587 * rgb[p + 1] + 0.114 * rgb[p + 2])
  }
  return grey
}

/** An enlarged photograph is smoother than a taken one; a few grey levels of noise make up for it. */
function addNoise(data) {
  const next = createRandom(4)
  for (let i = 0; i < data.length; i++) {
    const noise = (next() + next() + next() + next() - 2) * 6
    data[i] = Math.min(Math.max(Math.round(data[i] + noise), 0), 255)
  }
}

function mirrored(position) {
  const inTile = position & 511
  return position & 512 ? 511 - inTile : inTile
}
