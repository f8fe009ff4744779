import sharp, { type Channels, type Sharp } from 'sharp'

/** Samples as a file stores them. */
export interface Raw {
  readonly data: Uint8Array | Uint16Array
  readonly width: number
  readonly height: number
  readonly channels: Channels
}

/** A smooth picture with some noise, so that a repair does well and no two pixels are alike. */
export function picture(width: number, height: number, channels: Channels, bits: 8 | 16 = 8): Raw {
  const scale = bits === 16 ? 257 : 1
  const data = new (bits === 16 ? Uint16Array : Uint8Array)(width * height * channels)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < channels; c++, i++) {
        const wave = 128 + 70 * Math.sin((x + 2 * c) / 5) * Math.cos(y / (4 + c))
        data[i] = Math.round(scale * (wave + ((i * 7919) % 40)))
      }
    }
  }
  return { data, width, height, channels }
}

/** A one-channel mask: `inside` where x, y is in the block, else `outside`. */
export function block(
  { width, height }: Pick<Raw, 'width' | 'height'>,
  [left, top, right, bottom]: readonly [number, number, number, number],
  inside = 255,
  outside = 0,
): Raw {
  const data = new Uint8Array(width * height).fill(outside)
  for (let y = top; y < bottom; y++) data.fill(inside, y * width + left, y * width + right)
  return { data, width, height, channels: 1 }
}

/** The picture, painted over with one colour where the mask is not zero. */
export function painted(raw: Raw, mask: Raw, color: readonly number[]): Raw {
  const data = raw.data.slice()
  mask.data.forEach((value, p) => {
    if (value) data.set(color, p * raw.channels)
  })
  return { ...raw, data }
}

/** Ready to be written in any format, its samples unconverted. */
export function encoder({ data, ...raw }: Raw): Sharp {
  return sharp(data, { raw }).toColourspace(space(raw.channels, data.BYTES_PER_ELEMENT === 2))
}

export async function save(file: string, raw: Raw): Promise<void> {
  const image = encoder(raw)
  const extension = file.slice(file.lastIndexOf('.'))
  if (extension === '.tiff') image.tiff({ compression: 'lzw' })
  if (extension === '.webp') image.webp({ lossless: true })
  if (extension === '.jpg') image.jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
  await image.toFile(file)
}

/** The samples of a file just as they are stored. */
export async function load(file: string): Promise<Raw> {
  const { channels, depth } = await sharp(file).metadata()
  const wide = depth === 'ushort'
  // One channel at a time: sharp's raw grey knows no alpha.
  const planes = await Promise.all(
    Array.from({ length: channels }, (_, c) =>
      sharp(file, { ignoreIcc: true })
        .toColourspace(space(channels, wide))
        .extractChannel(c as 0)
        .raw({ depth: wide ? 'ushort' : 'uchar' })
        .toBuffer({ resolveWithObject: true }),
    ),
  )
  const { width, height } = planes[0].info
  const data = new (wide ? Uint16Array : Uint8Array)(width * height * channels)
  planes.forEach(({ data: plane }, c) => {
    for (let p = 0; p < width * height; p++) {
      data[p * channels + c] = wide ? plane.readUInt16LE(2 * p) : plane[p]
    }
  })
  return { data, width, height, channels }
}

/** The samples of a picture's pixels that the mask leaves alone, or of those it does not. */
export function samplesWhere({ data, channels }: Raw, mask: Raw, marked: boolean): number[] {
  return Array.from(data).filter((_, i) => mask.data[Math.floor(i / channels)] > 0 === marked)
}

function space(channels: Channels, wide: boolean): string {
  if (channels < 3) return wide ? 'grey16' : 'b-w'
  return wide ? 'rgb16' : 'srgb'
}
