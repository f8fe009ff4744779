import { readFile } from 'node:fs/promises'
import type { Metadata } from 'sharp'
import { naming } from './errors'
import { type Format, formatNames } from './formats'
import { loadSharp } from './load-sharp'

/** An image file, and its samples exactly as stored: straight alpha, no colour conversion. */
export interface Picture {
  readonly file: string
  /** The file itself: it is written anew from these. */
  readonly bytes: Buffer
  readonly format: Format
  /** 8 or 16 bits per sample, as in the file; channels interleaved. */
  readonly data: Uint8Array | Uint16Array
  /** As the picture is seen, which for a photo with an orientation tag is not as it is stored. */
  readonly width: number
  readonly height: number
  /** Grey, grey and alpha, RGB, RGB and alpha. */
  readonly channels: number
  /** Pixels per inch, where the file knows. */
  readonly density?: number
}

export async function readImage(file: string): Promise<Picture> {
  const sharp = await loadSharp()
  return naming(file, async () => {
    const bytes = await readFile(file)
    if (bytes.length === 0) throw new Error(`expected a ${formatNames} image, got an empty file`)
    const metadata = await sharp(bytes).metadata().catch(refuse)
    const format = checked(metadata)

    const grey = metadata.channels < 3
    const wide = metadata.depth === 'ushort'
    // sharp's raw grey has no alpha; as RGB it keeps it, and the three colours are the same grey.
    const asRgb = !grey || (metadata.hasAlpha && !wide)
    const { data, info } = await sharp(bytes, { ignoreIcc: true })
      .rotate() // without an angle: as the orientation tag says
      .toColourspace(asRgb ? (wide ? 'rgb16' : 'srgb') : wide ? 'grey16' : 'b-w')
      .raw({ depth: wide ? 'ushort' : 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return {
      file,
      bytes,
      format,
      data: wide ? words(data) : grey && asRgb ? greyAndAlpha(data) : bytesOf(data),
      width: info.width,
      height: info.height,
      channels: metadata.channels,
      density: metadata.density,
    }
  })
}

/** The largest value a sample can have. */
export function fullScale({ data }: Pick<Picture, 'data'>): number {
  return data.BYTES_PER_ELEMENT === 2 ? 65535 : 255
}

export function hasAlpha({ channels }: Pick<Picture, 'channels'>): boolean {
  return channels === 2 || channels === 4
}

function refuse(error: unknown): never {
  if (!/unsupported image format/.test(String(error))) throw error
  throw new Error(`expected a ${formatNames} image`)
}

/** What cannot come back out as it went in is refused, not converted behind the user's back. */
function checked({ format, depth, space, channels, pages = 1 }: Metadata): Format {
  if (format !== 'jpeg' && format !== 'png' && format !== 'webp' && format !== 'tiff') {
    throw new Error(`expected a ${formatNames} image, got ${format.toUpperCase()}`)
  }
  if (pages > 1) throw new Error(`expected a single image, got ${pages} pages or frames`)
  if (depth !== 'uchar' && depth !== 'ushort') {
    throw new Error(`expected 8 or 16 bits per channel, got ${depth}`)
  }
  if (!['b-w', 'srgb', 'rgb', 'grey16', 'rgb16'].includes(space) || channels > 4) {
    throw new Error(`expected grey or RGB, got ${channels} channels of ${space.toUpperCase()}`)
  }
  return format
}

function greyAndAlpha(rgba: Uint8Array): Uint8Array {
  const data = new Uint8Array(rgba.length / 2)
  for (let i = 0, j = 0; j < rgba.length; i += 2, j += 4) {
    data[i] = rgba[j]
    data[i + 1] = rgba[j + 3]
  }
  return data
}

/** Not a `Buffer`: its `slice` does not copy. */
function bytesOf({ buffer, byteOffset, length }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length)
}

function words({ buffer, byteOffset, length }: Buffer): Uint16Array {
  return new Uint16Array(buffer, byteOffset, length / 2)
}
