// Draws the pictures of docs/deconvolution.md: node docs/pictures/deconvolution.mjs, after npm run build.
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { createRandom } from '../../bench/random.mjs'
import { blur, deconvolve, psf } from '../../dist/deconvolution.js'
import { contactSheet } from '../../examples/contact-sheet.mjs'
import { levelsOf, lightOf } from '../../gallery/light.mjs'

const file = (name) => fileURLToPath(new URL(name, import.meta.url))
const astronautPart = { left: 56, top: 8, width: 144, height: 144 }
const zoom = 2

const scene = await load(file('../../gallery/pictures/astronaut.png'))
const sharpPart = await cut(scene)

// Cut out after the blur: as in a camera, light has come in from outside the frame.
const defocus = psf.disk(3)
const unfocused = await cut(noisy(blur(scene, defocus), 2))
const balances = [0.0001, 0.003, 0.3]
await draw('deconvolution-balance.jpg', [
  [
    captioned('blurred', unfocused),
    ...balances.map((balance) =>
      captioned(`balance ${balance}`, deconvolve(unfocused, defocus, { balance })),
    ),
  ],
])

const motion = psf.motion(15, 30)
const shaken = await cut(noisy(blur(scene, motion), 1))
const sharpened = (boundary) =>
  captioned(boundary, deconvolve(shaken, motion, 'total-variation', { boundary }))
await draw('deconvolution-boundary.jpg', [
  [captioned('blurred', shaken), sharpened('free'), sharpened('taper')],
  [sharpened('reflect'), sharpened('periodic'), sharpened('zero')],
])

const clockPart = { left: 56, top: 20, width: 226, height: 184 }
const clock = await load(file('../../gallery/pictures/clock.png'))
const found = JSON.parse(
  await readFile(file('../../gallery/pictures/clock-blur.json'), { encoding: 'utf8' }),
)
const method = 'total-variation'
const inLight = deconvolve(lightOf(grey(clock), found.light), psf.from(found.psf), method, {
  noise: 1,
})
await draw('deconvolution-clock.jpg', [
  [
    { caption: 'as it was taken', picture: await cut(clock, clockPart) },
    {
      caption: 'a straight stroke',
      picture: await cut(
        deconvolve(clock, psf.motion(35.5, 1.8), method, { noise: 0.9 }),
        clockPart,
      ),
    },
    {
      caption: 'the psf found, in light',
      picture: await cut(rounded(levelsOf(inLight, found.light)), clockPart),
    },
  ],
])

async function load(path) {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { ...info, data: new Uint8Array(data) }
}

async function cut({ data, width, height, channels }, part = astronautPart) {
  const image = sharp(data, { raw: { width, height, channels } }).extract(part)
  const result = await image.raw().toBuffer({ resolveWithObject: true })
  return { ...result.info, data: new Uint8Array(result.data) }
}

function grey({ data, width, height, channels }) {
  return { data: data.filter((_, i) => i % channels === 0), width, height }
}

function rounded({ data, width, height }) {
  const bytes = Uint8Array.from(data, (value) => Math.min(Math.max(Math.round(value), 0), 255))
  return { data: bytes, width, height, channels: 1 }
}

function noisy(picture, sigma) {
  const next = createRandom(1)
  // Three uniform numbers: near enough to normal ones, and of variance 1/4.
  const data = picture.data.map((value) => {
    const noise = 2 * sigma * (next() + next() + next() - 1.5)
    return Math.min(Math.max(Math.round(value + noise), 0), 255)
  })
  return { ...picture, data }
}

function captioned(caption, picture) {
  const squares = picture.data.reduce((sum, v, i) => sum + (v - sharpPart.data[i]) ** 2, 0)
  const decibels = 10 * Math.log10((255 ** 2 * picture.data.length) / squares)
  return { caption: `${caption}  ${decibels.toFixed(1)} dB`, picture }
}

async function draw(name, rows) {
  const cells = await Promise.all(
    rows.map((row) =>
      Promise.all(
        row.map(async ({ caption, picture }) => ({ caption, file: await enlarged(picture) })),
      ),
    ),
  )
  const folder = mkdtempSync(join(tmpdir(), 'isophote-'))
  const sheet = join(folder, 'sheet.png')
  await contactSheet(cells, sheet)
  await sharp(sheet).jpeg({ quality: 84 }).toFile(file(name))
  rmSync(folder, { recursive: true })
}

function enlarged({ data, width, height, channels }) {
  return sharp(data, { raw: { width, height, channels } })
    .resize(width * zoom, height * zoom, { kernel: 'nearest' })
    .png()
    .toBuffer()
}
