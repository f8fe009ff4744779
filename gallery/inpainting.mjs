import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inpaint, methodNames } from 'isophote'
import sharp from 'sharp'
import { table } from '../bench/report.mjs'
import { contactSheet } from '../examples/contact-sheet.mjs'
import { damaged, damages } from './damages.mjs'
import { gainsTables } from './gains.mjs'
import { startOthers } from './others.mjs'
import { loadAllPictures, side } from './pictures.mjs'
import { score } from './score.mjs'

export const title = 'every method on every picture and kind of damage; writes docs/gallery.md'

const page = new URL('../docs/gallery.md', import.meta.url)

export async function run({ data, output, selects, isComplete }) {
  const pictures = await loadAllPictures(data)
  const others = await startOthers()
  // With the radius each has by default, which for opencv.js is 3 as well.
  const own = methodNames.map((name) => ({
    name,
    repair: (picture, mask) => inpaint(picture, mask, { method: name }),
  }))
  const best = {
    name: 'kriging best',
    repair: (picture, mask) => inpaint(picture, mask, { method: 'kriging', quality: 'best' }),
  }
  const methods = [...own, best, ...others.methods]
  mkdirSync(output, { recursive: true })

  const scores = []
  for (const [damage, draw] of Object.entries(damages)) {
    const mask = draw(side)
    for (const picture of pictures) {
      if (!selects(`${picture.name} ${damage}`)) continue
      const repairs = []
      for (const { name, repair } of methods) {
        const start = performance.now()
        const repaired = await repair(damaged(picture, mask), mask)
        const seconds = (performance.now() - start) / 1000
        const result = {
          picture: picture.name,
          damage,
          method: name,
          ...score(repaired, picture, mask),
        }
        scores.push(result)
        repairs.push({ caption: captionOf(result), picture: repaired })
        console.log(lineOf(result, seconds))
      }
      const file = join(output, `${picture.name}-${damage.replace(' ', '-')}.png`)
      await writeSheet(file, picture, mask, repairs)
    }
  }
  others.stop()

  const names = methods.map(({ name }) => name)
  const means = ['psnr', 'ssim'].map((measure) => meansTable(scores, names, measure))
  const gains = gainsTables(
    scores,
    others.methods.map(({ name }) => name),
  )
  console.log(`\n${[...means, ...gains].join('\n\n')}\n\nContact sheets: ${output}`)
  if (isComplete) writeFileSync(page, pageOf(pictures, others, means, gains))
}

function lineOf({ picture, damage, method, psnr, ssim }, seconds) {
  const cells = [picture.padEnd(10), damage.padEnd(10), method.padEnd(20)]
  return `${cells.join(' ')} ${psnr.toFixed(2).padStart(6)} dB  ${ssim.toFixed(3)}  ${seconds.toFixed(2)} s`
}

function captionOf({ method, psnr, ssim }) {
  return `${method} ${psnr.toFixed(1)} dB ${ssim.toFixed(2)}`
}

/** Five in a row: the original, what is damaged, the mask, then the repairs. */
async function writeSheet(file, picture, mask, repairs) {
  const white = { ...picture, channels: 1, data: mask.map((value) => 255 * value) }
  const all = [
    { caption: picture.name, picture },
    { caption: 'damaged', picture: damaged(picture, mask) },
    { caption: 'mask', picture: white },
    ...repairs,
  ]
  const cells = await Promise.all(
    all.map(async ({ caption, picture }) => ({ caption, file: await png(picture) })),
  )
  const rows = []
  for (let i = 0; i < cells.length; i += 5) rows.push(cells.slice(i, i + 5))
  await contactSheet(rows, file)
}

function png({ data, width, height, channels }) {
  return sharp(data, { raw: { width, height, channels } }).png().toBuffer()
}

/** A row per method, a column per damage: the mean over the pictures. */
function meansTable(scores, methods, measure) {
  const kinds = [...new Set(scores.map(({ damage }) => damage))]
  const rows = methods.map((method) => [
    method,
    ...kinds.map((damage) => {
      const some = scores.filter((row) => row.method === method && row.damage === damage)
      const mean = some.reduce((sum, row) => sum + row[measure], 0) / some.length
      return mean.toFixed(measure === 'psnr' ? 2 : 3)
    }),
  ])
  return table([{ psnr: 'PSNR in dB', ssim: 'SSIM' }[measure], ...kinds], rows)
}

function pageOf(pictures, others, means, gains) {
  const shares = Object.entries(damages)
    .filter(([name]) => !name.startsWith('random'))
    .map(([name, draw]) => `${name} ${Math.round(100 * shareOf(draw(side)))} %`)
  const versions = others.methods.map(({ name, library }) => `${name} (${library})`)
  return `# Every method on every kind of damage

Made by \`npm run gallery\`, which also writes a contact sheet of each picture and damage: look at
those before you choose by the figures below. A blur can score well.

Means over ${pictures.length} pictures, ${side} x ${side} pixels of each:
${pictures.map(({ name }) => name).join(', ')}. Missing are, of their pixels: ${shares.join(', ')};
of random dots as many as their name says.

Every method has its default options (\`kriging best\` \`quality: 'best'\`), \`cv2.inpaint\` of opencv.js radius 3. Beside isophote's methods:
${versions.join(', ')}.

Measured over the missing pixels alone. PSNR is that of all channels together. SSIM is the mean of the
map of [ssim.js](https://www.npmjs.com/package/ssim.js) (11 x 11 Gaussian windows on grey levels) over
the windows whose centre is missing; their other pixels may be known, which is why scattered
dots score higher than a hole.

${means.join('\n\n')}

## Kriging, and the best of the others

What \`'kriging'\` gains, in dB, over whichever of the other libraries' methods is best on that picture
under that damage.

${gains.join('\n\n')}
`
}

function shareOf(mask) {
  return mask.reduce((sum, value) => sum + value, 0) / mask.length
}
