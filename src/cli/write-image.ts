import type { Channels, Sharp } from 'sharp'
import { naming } from './errors'
import { type Format, formatOf } from './formats'
import { loadSharp } from './load-sharp'
import { fullScale, hasAlpha, type Picture } from './read-image'
import { writeWhole } from './write-whole'

/** Writes `photo` with other samples, in the format the output's name says. */
export async function writeImage(
  output: string,
  photo: Picture,
  samples: Picture['data'],
  quality: number,
): Promise<void> {
  const sharp = await loadSharp()
  const format = formatOf(output) as Format
  await naming(output, async () => {
    if (format === 'jpeg' && !isOpaque(photo, samples)) {
      throw new Error('JPEG has no transparency, and the photo does: write PNG, WebP or TIFF')
    }
    // sharp passes profile, EXIF, XMP and resolution on only from a file it reads itself. So the
    // photo goes through it once more, and on the way its samples are changed where they differ.
    const { width, height, channels } = photo
    const raw = { width, height, channels: channels as Channels }
    const wide = fullScale(photo) > 255 && (format === 'png' || format === 'tiff')
    const grey = channels < 3
    const image = sharp(photo.bytes, { ignoreIcc: true })
      .rotate()
      .boolean(difference(photo.data, samples), 'eor', { raw })
      .toColourspace(grey ? (wide ? 'grey16' : 'b-w') : wide ? 'rgb16' : 'srgb')
      .keepMetadata()
    await writeWhole(output, await encoders[format](image, quality, photo).toBuffer())
  })
}

const encoders: Record<Format, (image: Sharp, quality: number, photo: Picture) => Sharp> = {
  jpeg: (image, quality) => image.removeAlpha().jpeg({ quality, chromaSubsampling: '4:4:4' }),
  png: (image) => image.png({ adaptiveFiltering: true }),
  webp: (image, quality) => image.webp(quality === 100 ? { lossless: true } : { quality }),
  tiff: (image, _quality, { density = 72 }) =>
    // sharp would write 25.4 pixels per inch unless told, and compress as JPEG.
    image.tiff({
      compression: 'deflate',
      predictor: 'horizontal',
      xres: density / 25.4,
      yres: density / 25.4,
    }),
}

/** What turns `a` into `b` by exclusive or: zero at every known sample, which therefore cannot change. */
function difference(a: Picture['data'], b: Picture['data']): Buffer {
  const bits = a.slice()
  for (let i = 0; i < bits.length; i++) bits[i] ^= b[i]
  // sharp takes any typed array here, and must see that these are words; its types know Buffer only.
  return bits as unknown as Buffer
}

function isOpaque(photo: Picture, samples: Picture['data']): boolean {
  if (!hasAlpha(photo)) return true
  const opaque = fullScale(photo)
  for (let i = photo.channels - 1; i < samples.length; i += photo.channels) {
    if (samples[i] !== opaque) return false
  }
  return true
}
