// Damages a photograph, repairs it with the command line, and measures the repair.
// Run it with `npm run demo`; the pictures are in examples/output/ afterwards.

import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { contactSheet } from './contact-sheet.mjs'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const output = (name) => here(`output/${name}.png`)
const program = here('../dist/cli.cjs')

const photo = here('chelsea.png')
const damages = [
  { name: 'scratches', color: [255, 255, 255] },
  { name: 'text', color: [255, 214, 0] },
]
const methods = ['telea', 'ns', 'kriging']

rmSync(here('output'), { recursive: true, force: true })
mkdirSync(here('output'))
copyFileSync(photo, output('original'))

const original = await samples(photo)
const rows = []
console.log(row('damage', 'missing', 'method', 'time', 'PSNR'))
for (const { name, color } of damages) {
  const mask = here(`${name}.png`)
  const missing = (await samples(mask)).map((value) => (value ? 1 : 0))
  const damaged = original.map((value, i) => (missing[i] ? color[i % 3] : value))
  await save(damaged, output(`${name}-damaged`))
  const pictures = [
    { caption: 'original', file: output('original') },
    { caption: name, file: output(`${name}-damaged`) },
  ]
  for (const method of methods) {
    const restored = output(`${name}-${method}`)
    const args = [output(`${name}-damaged`), mask, '-o', restored, '--method', method]
    const summary = execFileSync(process.execPath, [program, ...args], { encoding: 'utf8' })
    const [, share, time] = /\(([\d.]+ %)\).* ([\d.]+ ms)$/.exec(summary.trim())
    const quality = `${psnr(await samples(restored), original, missing).toFixed(1)} dB`
    pictures.push({ caption: `${method}  ${quality}`, file: restored })
    console.log(row(name, share, method, time, quality))
  }
  rows.push(pictures)
}
await contactSheet(rows, output('contact-sheet'))

console.log(`
time: of the repair alone, without reading and writing the files
PSNR: of the repaired pixels, against the original; more is better

The pictures are in examples/output/, all on one in contact-sheet.png.`)

/** The red, green and blue samples of an image file. */
async function samples(file) {
  return sharp(file).toColourspace('srgb').removeAlpha().raw().toBuffer()
}

async function save(data, file) {
  const { width, height } = await sharp(photo).metadata()
  await sharp(data, { raw: { width, height, channels: 3 } }).toFile(file)
}

/** Peak signal-to-noise ratio, in decibels, over the missing samples only. */
function psnr(restored, original, missing) {
  let count = 0
  let sum = 0
  for (let i = 0; i < original.length; i++) {
    if (!missing[i]) continue
    count++
    sum += (restored[i] - original[i]) ** 2
  }
  return 10 * Math.log10((255 ** 2 * count) / sum)
}

function row(damage, missing, method, time, quality) {
  return [
    damage.padEnd(11),
    missing.padStart(7),
    `  ${method.padEnd(8)}`,
    time.padStart(9),
    quality.padStart(9),
  ].join(' ')
}
