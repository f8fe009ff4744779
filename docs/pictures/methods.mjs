// Draws telea.jpg, ns.jpg and kriging.jpg: node docs/pictures/methods.mjs, after npm run build.
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { inpaint } from '../../dist/index.js'
import { textLine } from '../../examples/stroke-font.mjs'

const file = (name) => fileURLToPath(new URL(name, import.meta.url))
const [width, height, zoom, gap, captionHeight] = [150, 110, 2, 8, 26]
const region = { left: 112, top: 58, width, height }

async function cut(name) {
  const image = sharp(file(`../../examples/${name}.png`))
    .removeAlpha()
    .toColourspace('srgb')
  return { data: new Uint8Array(await image.extract(region).raw().toBuffer()), width, height }
}

const photo = await cut('chelsea')
const masks = {
  text: (await cut('text')).data.filter((_, i) => i % 3 === 0),
  scratches: (await cut('scratches')).data.filter((_, i) => i % 3 === 0),
}
const damaged = (mask) => ({
  ...photo,
  data: photo.data.map((value, i) =>
    mask[Math.floor(i / 3)] === 0 ? value : [255, 214, 0][i % 3],
  ),
})

const sheets = {
  telea: [
    ['scratches', {}],
    ['scratches', { method: 'telea' }],
    ['scratches', { method: 'telea', gradient: 0.5 }],
  ],
  ns: [
    ['scratches', {}],
    ['scratches', { method: 'telea' }],
    ['scratches', { method: 'ns' }],
  ],
  kriging: [
    ['text', {}],
    ['text', { method: 'telea' }],
    ['text', { method: 'kriging', quality: 'best' }],
  ],
}

/** In dB, of the missing samples. */
function quality({ data }, mask) {
  let [squares, count] = [0, 0]
  for (let i = 0; i < data.length; i++) {
    if (mask[Math.floor(i / 3)] === 0) continue
    squares += (data[i] - photo.data[i]) ** 2
    count++
  }
  return (10 * Math.log10((255 * 255 * count) / squares)).toFixed(1)
}

for (const [name, cells] of Object.entries(sheets)) {
  const step = width * zoom + gap
  const composites = []
  const captions = []
  for (const [column, [damage, options]] of cells.entries()) {
    const mask = masks[damage]
    const before = damaged(mask)
    const shown = options.method ? inpaint(before, mask, options) : before
    const words = Object.entries(options).map(([key, value]) =>
      key === 'method' ? value : `${key} ${value}`,
    )
    const caption = options.method ? `${words.join(' ')} ${quality(shown, mask)} dB` : 'damaged'
    captions.push(textLine(caption, column * step + 2, height * zoom + 18, 10, 1.4, '#333'))
    composites.push({
      input: await sharp(shown.data, { raw: { width, height, channels: 3 } })
        .resize(width * zoom, height * zoom, { kernel: 'cubic' })
        .png()
        .toBuffer(),
      left: column * step,
      top: 0,
    })
  }
  const sheet = { width: cells.length * step - gap, height: height * zoom + captionHeight }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}">${captions.join('')}</svg>`
  await sharp({ create: { ...sheet, channels: 3, background: '#fff' } })
    .composite([...composites, { input: Buffer.from(svg), left: 0, top: 0 }])
    .jpeg({ quality: 88 })
    .toFile(file(`${name}.jpg`))
}
