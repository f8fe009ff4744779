import { checkNumber, checkOneOf, classOf, wrongKind, wrongValue } from '../image/check'
import type { RawImage, SharpImage } from '../image/image'
import { type Layout, layoutOf } from '../image/layout'
import type { Picture } from '../image/picture'
import { type Bitmap, createBitmap, lastWordMask, setBit } from './bitmap'

/** A mask's values: any typed array of numbers, or plain numbers or booleans. */
export type MaskData =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | readonly number[]
  | readonly boolean[]

/**
 * Which pixels are missing: bare values, one per pixel; an image of 1 to 4 channels; or an ndarray.
 * Non-zero means missing: fill it.
 */
export type Mask =
  | MaskData
  | (Omit<RawImage, 'data'> & { readonly data: MaskData })
  | (Omit<SharpImage, 'data'> & { readonly data: MaskData })
  | {
      readonly data: MaskData
      readonly shape: number[]
      readonly stride: number[]
      readonly offset: number
    }

/** How a mask is to be read. */
export interface MaskOptions {
  /** What a non-zero value says of its pixel: `'fill'` (the default) or `'keep'`. */
  readonly maskMeans?: 'fill' | 'keep'
  /**
   * Where a mask of several channels is looked at: `'color'` (the default), where any channel but
   * alpha is non-zero, or `'alpha'`, for a mask painted on a transparent canvas.
   */
  readonly maskChannel?: 'color' | 'alpha'
  /**
   * Values up to this one count as zero, in the mask's own units. Default 0; raise it, say to 127
   * of 255, for a mask with soft edges or one that went through JPEG.
   */
  readonly maskThreshold?: number
}

/** The names in `MaskOptions`, for the check that no option is misspelt. */
export const maskOptionNames = ['maskMeans', 'maskChannel', 'maskThreshold'] as const

/**
 * Reads any mask isophote takes; a picture's pixels with a NaN sample are missing whatever it says,
 * and without a mask they alone are.
 *
 * @throws {TypeError} `mask` is no mask, or absent for an image of integers.
 * @throws {RangeError} Its size is not the picture's, it has more than 4 channels, or the picture holds an infinite sample.
 */
export function readMask(
  mask: Mask | null | undefined,
  picture: Picture,
  { maskMeans = 'fill', maskChannel = 'color', maskThreshold = 0 }: MaskOptions,
): Bitmap {
  checkOneOf('maskMeans', maskMeans, ['fill', 'keep'])
  checkOneOf('maskChannel', maskChannel, ['color', 'alpha'])
  checkNumber('maskThreshold', maskThreshold, 0)
  const floats = picture.type.startsWith('float')
  if ((mask === undefined || mask === null) && !floats) {
    throw wrongKind('mask', 'one, because integer samples cannot be NaN', mask)
  }
  const missing =
    mask === undefined || mask === null
      ? createBitmap(picture.width, picture.height)
      : readMarks('mask', mask, picture, maskChannel, maskThreshold)
  if (maskMeans === 'keep' && mask) invert(missing)
  if (floats) markNaN(missing, picture)
  return missing
}

/** The pixels where anything read as a mask is not zero; `name` is what errors call it. */
export function readMarks(
  name: string,
  marks: unknown,
  picture: Size,
  channel: 'color' | 'alpha' = 'color',
  threshold = 0,
): Bitmap {
  const bitmap = createBitmap(picture.width, picture.height)
  const layout = marksLayout(name, marks, picture)
  const [first, end] = channelsToRead(name, layout.channels, channel)
  for (let c = first; c < end; c++) markValues(bitmap, layout, c, threshold)
  return bitmap
}

type Size = Pick<Picture, 'width' | 'height'>

/** `RangeError` unless two images have the same size. */
export function checkSize(name: string, size: Size, { width, height }: Size): void {
  if (size.width === width && size.height === height) return
  throw wrongValue(name, `${width} x ${height} pixels`, `${size.width} x ${size.height}`)
}

function marksLayout(name: string, marks: unknown, { width, height }: Size): Layout<MaskData> {
  const isBare = Array.isArray(marks) || ArrayBuffer.isView(marks)
  const shaped = isBare ? { data: marks, width, height, channels: 1 } : marks
  const layout = layoutOf(name, shaped, checkMaskData)
  if (!layout) throw notAMask(name, marks)
  checkSize(name, layout, { width, height })
  return layout
}

/** `TypeError` unless `data` is an array of numbers or booleans. */
export function checkMaskData(name: string, data: unknown): asserts data is MaskData {
  const isList = Array.isArray(data) && /^(number|boolean|undefined)$/.test(typeof data[0])
  if (isList || /^(Uint|Int|Float)\d+(Clamped)?Array$/.test(classOf(data))) return
  throw notAMask(name, data)
}

function notAMask(name: string, value: unknown): TypeError {
  return wrongKind(name, 'an array of numbers or booleans, an image or an ndarray', value)
}

function channelsToRead(
  name: string,
  channels: number,
  maskChannel: 'color' | 'alpha',
): [first: number, end: number] {
  if (channels > 4) throw wrongValue(name, '1 to 4 channels', channels)
  const hasAlpha = channels % 2 === 0
  if (maskChannel === 'color') return [0, hasAlpha ? channels - 1 : channels]
  if (!hasAlpha) {
    throw wrongValue('maskChannel', "a mask of 2 or 4 channels for 'alpha'", channels)
  }
  return [channels - 1, channels]
}

/** Marks where a channel's values are not zero. */
function markValues(
  missing: Bitmap,
  layout: Layout<MaskData>,
  channel: number,
  threshold: number,
): void {
  const { data, width, height, pixelStep, rowStep, offset } = layout
  const { buffer, byteOffset, BYTES_PER_ELEMENT } = data as Uint8Array
  const pixels = width * height
  let done = 0
  const isDense = pixelStep * BYTES_PER_ELEMENT === 1 && rowStep === width && offset === 0
  if (isDense && byteOffset % 4 === 0) {
    // The common mask, a byte per pixel, sixteen of them at a glance: most are zero.
    const quads = new Int32Array(buffer, byteOffset, pixels >> 2)
    for (let q = 3; q < quads.length; q += 4) {
      if (quads[q] | quads[q - 1] | quads[q - 2] | quads[q - 3]) continue
      if (done < 4 * q - 12) markPixels(missing, layout, channel, threshold, done, 4 * q - 12)
      done = 4 * q + 4
    }
  }
  markPixels(missing, layout, channel, threshold, done, pixels)
}

function markPixels(
  { words, stride }: Bitmap,
  { data, width, offset, rowStep, pixelStep, channelStep }: Layout<MaskData>,
  channel: number,
  threshold: number,
  start: number,
  end: number,
): void {
  while (start < end) {
    const first = start % width
    const y = (start - first) / width
    const at = offset + y * rowStep + channel * channelStep
    // As far as one word of the bitmap goes.
    const last = Math.min(first + end - start, (first | 31) + 1, width)
    let word = 0
    for (let x = first; x < last; x++) {
      // Without a branch: at random values it would be guessed wrong. NaN, which is not zero, is missing.
      word |= Number(!(Math.abs(data[at + x * pixelStep] as number) <= threshold)) << x
    }
    words[y * stride + (first >> 5)] |= word
    start += last - first
  }
}

function invert({ words, stride, width }: Bitmap): void {
  for (let i = 0; i < words.length; i++) words[i] = ~words[i]
  for (let i = stride - 1; i < words.length; i += stride) words[i] &= lastWordMask(width)
}

function markNaN(missing: Bitmap, { samples, width, channels }: Picture): void {
  const lastQuad = samples.length - 4
  for (let i = 0; i < samples.length; i++) {
    // Zero for finite values, NaN for the rest. Four at a glance; where their sum overflows, one by one.
    if (i <= lastQuad) {
      const sum = samples[i] + samples[i + 1] + samples[i + 2] + samples[i + 3]
      if (sum * 0 === 0) {
        i += 3
        continue
      }
    }
    if (samples[i] - samples[i] === 0) continue
    const pixel = Math.floor(i / channels)
    const x = pixel % width
    const y = Math.floor(pixel / width)
    if (!Number.isNaN(samples[i])) {
      throw wrongValue(
        'image.data',
        'finite samples or NaN',
        `${samples[i]} at x ${x}, y ${y}, channel ${i % channels}`,
      )
    }
    setBit(missing, x, y)
  }
}
