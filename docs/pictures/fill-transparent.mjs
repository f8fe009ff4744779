// Draws fill-transparent.jpg: node docs/pictures/fill-transparent.mjs, after npm run build.
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { fillTransparent } from '../../dist/index.js'

const side = 128
/** A sprite as an image editor exports it: nothing under what is transparent. */
const toadstool = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">
  <path d="M50 64 Q54 92 42 118 Q64 126 86 118 Q74 92 78 64 Z" fill="#f4e7cf"/>
  <path d="M10 70 Q14 14 64 12 Q114 14 118 70 Q64 86 10 70 Z" fill="#d93a2b"/>
  <circle cx="42" cy="40" r="9" fill="#fdf6ea"/><circle cx="78" cy="30" r="7" fill="#fdf6ea"/>
  <circle cx="94" cy="56" r="9" fill="#fdf6ea"/><circle cx="62" cy="60" r="8" fill="#fdf6ea"/>
</svg>`
const { data } = await sharp(Buffer.from(toadstool)).raw().toBuffer({ resolveWithObject: true })
const before = { data: new Uint8Array(data), width: side, height: side, channels: 4 }
const after = fillTransparent(before, { alphaThreshold: 32 })

/** What is in the file, were nothing transparent. */
function opaque({ data }) {
  return data.map((value, i) => (i % 4 === 3 ? 255 : value))
}

/** A mipmap: the mean of each block of pixels, channel by channel; then laid over a bright sky. */
function reduced({ data }, by) {
  const small = side / by
  const result = new Uint8Array(small * small * 4)
  for (let p = 0; p < small * small; p++) {
    const sums = [0, 0, 0, 0]
    for (let n = 0; n < by * by; n++) {
      const x = (p % small) * by + (n % by)
      const y = Math.floor(p / small) * by + Math.floor(n / by)
      for (let c = 0; c < 4; c++) sums[c] += data[(y * side + x) * 4 + c] / (by * by)
    }
    const alpha = sums[3] / 255
    for (let c = 0; c < 3; c++) {
      result[p * 4 + c] = sums[c] * alpha + [206, 228, 246][c] * (1 - alpha)
    }
    result[p * 4 + 3] = 255
  }
  return result
}

const panel = 256
const gap = 8
const panels = [before, after].flatMap((image) => [
  { data: opaque(image), size: side },
  { data: reduced(image, 8), size: side / 8 },
])
await sharp({
  create: { width: 4 * (panel + gap) - gap, height: panel, channels: 3, background: '#fff' },
})
  .composite(
    await Promise.all(
      panels.map(async ({ data, size }, i) => ({
        input: await sharp(data, { raw: { width: size, height: size, channels: 4 } })
          .resize(panel, panel, { kernel: 'nearest' })
          .png()
          .toBuffer(),
        left: i * (panel + gap),
        top: 0,
      })),
    ),
  )
  .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
  .toFile(fileURLToPath(new URL('fill-transparent.jpg', import.meta.url)))
