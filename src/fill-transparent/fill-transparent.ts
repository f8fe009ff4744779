import { harmonic } from '../harmonic/method'
import { checkNumber, checkOneOf, classOf, describe } from '../image/check'
import type { Image } from '../image/image'
import { copyImage, newSamples, type Picture } from '../image/picture'
import { type Bitmap, bitRuns, countBits, createBitmap } from '../mask/bitmap'
import { type Progress, trackProgress } from '../progress'
import { repair } from '../repair'
import { nearestVisible } from './nearest-visible'

/** How colours are bled under transparent pixels. */
export interface FillTransparentOptions extends Progress {
  /**
   * `'nearest'` (the default): each transparent pixel gets the colour of the visible one nearest to it.
   * `'harmonic'`: a smooth surface between them, in many times the time and memory.
   */
  readonly method?: 'nearest' | 'harmonic'
  /**
   * Pixels, from 1: those farther from every visible one keep the colours they have. Default
   * `Infinity`: all are filled. A few pixels will do for mipmaps of few levels, and compress better.
   */
  readonly distance?: number
  /**
   * A pixel is visible where its alpha is above this, in the image's own units; 0 or more, default 0.
   * Raise it, say to 8 of 255, where nearly transparent pixels have lost their colours too.
   */
  readonly alphaThreshold?: number
}

/**
 * Bleeds the colours of an image's visible pixels under its transparent ones, so that whatever mixes
 * neighbours afterwards, scaling, mipmaps, texture filtering, mixes in no fringe. Alpha stays as it is.
 *
 * What is under a transparent pixel is usually black or white, and programs that scale an image
 * without weighting colours by alpha show it as a dark or bright edge.
 *
 * @param image Any kind of image isophote takes, of any sample type, with 2 channels (grey and alpha) or
 * 4 (RGB and alpha); alpha is the last, and not premultiplied. A pixel with `NaN` for a colour is
 * filled as if it were transparent.
 * @param options `method`, `distance`, `alphaThreshold`, `onProgress`, `signal`.
 * @returns A new image of the same kind. Alpha, and every sample of a visible pixel, is bit-identical;
 * without any visible pixel, so is all of it.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} The image has other than 2 or 4 channels, or a value is out of range.
 * @example
 * ```ts
 * import { fillTransparent } from 'isophote/fill-transparent'
 *
 * // One red pixel, and two that are transparent and black.
 * const sprite = { data: new Uint8Array([255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 0]), width: 3, height: 1 }
 * console.log(fillTransparent(sprite).data.join()) // 255,0,0,255,255,0,0,0,255,0,0,0
 * console.log(fillTransparent(sprite, { distance: 1 }).data.join()) // 255,0,0,255,255,0,0,0,0,0,0,0
 * ```
 */
export function fillTransparent<I extends Image>(
  image: I,
  options: FillTransparentOptions = {},
): I {
  checkOptions(options)
  const { method = 'nearest', distance = Infinity, alphaThreshold = 0, onProgress } = options
  const picture = copyImage(image)
  const { channels, width, height } = picture
  if (channels !== 2 && channels !== 4) {
    throw new RangeError(`image: expected 2 or 4 channels, the last of them alpha, got ${channels}`)
  }
  const hidden = hiddenPixels(picture, alphaThreshold)
  const count = countBits(hidden)
  if (count > 0 && count < width * height) {
    if (method === 'nearest') bleedNearest(picture, hidden, distance, options)
    else bleedHarmonic(picture, hidden, distance, options)
  }
  onProgress?.(1)
  return picture.result as I
}

function bleedNearest(
  { samples, width, height, channels }: Picture,
  hidden: Bitmap,
  distance: number,
  options: FillTransparentOptions,
): void {
  const copyRun = (y: number, start: number, end: number, nearest: Int32Array): void => {
    for (let x = start; x < end; x++) {
      if (nearest[x] < 0) continue
      const from = nearest[x] * channels
      const to = (y * width + x) * channels
      for (let c = 0; c < channels - 1; c++) samples[to + c] = samples[from + c]
    }
  }
  nearestVisible(hidden, distance, copyRun, trackProgress(height, options))
}

function bleedHarmonic(
  { samples, width, height, channels }: Picture,
  hidden: Bitmap,
  distance: number,
  { onProgress, signal }: FillTransparentOptions,
): void {
  const colours = channels - 1
  const data = newSamples(samples, width * height * colours)
  for (let from = 0, to = 0; from < samples.length; from++) {
    for (let c = 0; c < colours; c++) data[to++] = samples[from++]
  }
  const mask = new Uint8Array(width * height)
  const runs = bitRuns(hidden)
  for (let r = 0; r < runs.length; r += 3) {
    mask.fill(1, runs[r] * width + runs[r + 1], runs[r] * width + runs[r + 2])
  }
  const progress = { ...(onProgress && { onProgress: notTheLast(onProgress) }), signal }
  const filled = repair({ data, width, height, channels: colours }, mask, harmonic, progress)
  const copyRun = (y: number, start: number, end: number, nearest: Int32Array): void => {
    for (let x = start; x < end; x++) {
      if (nearest[x] < 0) continue
      const pixel = y * width + x
      for (let c = 0; c < colours; c++) {
        samples[pixel * channels + c] = filled.data[pixel * colours + c]
      }
    }
  }
  nearestVisible(hidden, distance, copyRun, () => {})
}

/** The end is told once, by whoever began. */
function notTheLast(onProgress: (fraction: number) => void): (fraction: number) => void {
  return (fraction) => {
    if (fraction < 1) onProgress(fraction)
  }
}

function hiddenPixels(
  { samples, width, height, channels, type }: Picture,
  alphaThreshold: number,
): Bitmap {
  const hidden = createBitmap(width, height)
  const { words, stride } = hidden
  const isFloat = type === 'float32' || type === 'float64'
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += channels) {
      // Written so that NaN is hidden.
      let isVisible = samples[at + channels - 1] > alphaThreshold
      if (isFloat) {
        for (let c = 0; c < channels - 1; c++) isVisible &&= !Number.isNaN(samples[at + c])
      }
      if (!isVisible) words[y * stride + (x >> 5)] |= 1 << (x & 31)
    }
  }
  return hidden
}

function checkOptions(options: FillTransparentOptions): void {
  if (classOf(options) !== 'Object') {
    throw new TypeError(`options: expected an object, got ${describe(options)}`)
  }
  const known = ['method', 'distance', 'alphaThreshold', 'onProgress', 'signal']
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue
    throw new TypeError(`options: expected only ${known.join(', ')}, got ${describe(name)}`)
  }
  const { method, distance = Infinity, alphaThreshold } = options
  if (method !== undefined) checkOneOf('method', method, ['nearest', 'harmonic'])
  if (distance !== Infinity) checkNumber('distance', distance, 1)
  if (alphaThreshold !== undefined) checkNumber('alphaThreshold', alphaThreshold, 0)
  trackProgress(1, options)
}
