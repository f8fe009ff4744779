// Makes home-damaged.jpg and home-repaired.jpg: node docs/pictures/home.mjs, after npm run build.
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { inpaint } from '../../dist/index.js'

const file = (name) => fileURLToPath(new URL(name, import.meta.url))
const example = (name) =>
  sharp(file(`../../examples/${name}.png`))
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })

const photo = await example('chelsea')
const text = await example('text')
const scratches = await example('scratches')
const mask = photo.data.map((_, i) => Math.max(text.data[i], scratches.data[i]))
const damaged = photo.data.map((value, i) => {
  if (scratches.data[i] > 0) return [238, 236, 228][i % 3]
  return text.data[i] > 0 ? [255, 214, 0][i % 3] : value
})
const repaired = inpaint(
  { data: damaged, info: photo.info },
  { data: mask, info: photo.info },
  { method: 'kriging', quality: 'best' },
)
for (const [name, data] of [
  ['damaged', damaged],
  ['repaired', repaired.data],
]) {
  await sharp(data, { raw: photo.info })
    .jpeg({ quality: 88 })
    .toFile(file(`../public/home-${name}.jpg`))
}
