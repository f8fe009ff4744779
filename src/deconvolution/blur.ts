import { goodSize, irfft2, rfft2 } from '../fft/index'
import { checkOneOf, classOf, describe } from '../image/check'
import type { Image } from '../image/image'
import { copyImage, type Picture } from '../image/picture'
import { checkFits, transferOf } from './otf'
import { pasteChannel, takeChannel } from './planes'
import { from, type PsfSource } from './psf/from'
import type { Psf } from './psf/psf'
import { emptySpectrum, multiply, multiplyConjugate } from './spectra'

/** How to blur. */
export interface BlurOptions {
  /**
   * What lies outside the frame: the picture mirrored (`'reflect'`, the default), nothing (`'zero'`)
   * or the picture again (`'periodic'`).
   */
  readonly boundary?: 'reflect' | 'zero' | 'periodic'
  /**
   * Applies the adjoint instead: the operator B' for which `<Bx, y> = <x, B'y>` for all x and y, as
   * iterative methods need it. Default false.
   */
  readonly adjoint?: boolean
}

/**
 * Blurs an image by a PSF: what `deconvolve` undoes.
 *
 * A camera's picture is best made by blurring a larger one and cutting the frame out of it.
 *
 * @param image Any kind of image, as for `deconvolve`; every channel is blurred alike.
 * @param psf A PSF, or anything `psf.from` takes; no larger than the image.
 * @param options `boundary`, `adjoint`.
 * @returns The blurred image, of the same kind; 8- and 16-bit samples are rounded and clamped.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} A value is wrong, the PSF is larger than the image, or a sample is not finite.
 * @example
 * ```ts
 * import { blur, psf } from 'isophote/deconvolution'
 *
 * const point = { data: new Uint8Array([0, 0, 90, 0, 0]), width: 5, height: 1 }
 * console.log(blur(point, psf.box(3, 1)).data) // Uint8Array(5) [ 0, 30, 30, 30, 0 ]
 * ```
 */
export function blur<I extends Image>(image: I, psf: PsfSource, options: BlurOptions = {}): I {
  if (classOf(options) !== 'Object') {
    throw new TypeError(`options: expected an object, got ${describe(options)}`)
  }
  const { boundary = 'reflect', adjoint = false, ...others } = options
  for (const name of Object.keys(others)) {
    throw new TypeError(`options: expected only boundary, adjoint, got ${describe(name)}`)
  }
  checkOneOf('boundary', boundary, ['reflect', 'zero', 'periodic'])
  if (typeof adjoint !== 'boolean') {
    throw new TypeError(`adjoint: expected true or false, got ${describe(adjoint)}`)
  }
  const known = from(psf)
  const picture = copyImage(image)
  checkFits(known, picture.width, picture.height)
  checkFinite(picture)
  blurChannels(picture, known, boundary, adjoint)
  return picture.result as I
}

function checkFinite({ samples, width, channels }: Picture): void {
  const at = samples.findIndex((sample) => !Number.isFinite(sample))
  if (at < 0) return
  const pixel = Math.floor(at / channels)
  throw new RangeError(
    `image.data: expected finite samples, got ${samples[at]} at x ${pixel % width}, y ${Math.floor(pixel / width)}, channel ${at % channels}`,
  )
}

function blurChannels(
  picture: Picture,
  psf: Psf,
  boundary: 'reflect' | 'zero' | 'periodic',
  adjoint: boolean,
): void {
  const isPeriodic = boundary === 'periodic'
  const width = isPeriodic ? picture.width : goodSize(picture.width + psf.width - 1)
  const height = isPeriodic ? picture.height : goodSize(picture.height + psf.height - 1)
  const otf = transferOf(psf, width, height)
  const spectrum = emptySpectrum(width, height)
  const plane = new Float64Array(width * height)
  const samples = new Float64Array(picture.width * picture.height)

  // Which sample of the frame stands at each place of the plane; -1 is darkness.
  const columns = sources(picture.width, width, psf.origin[0], psf.width, boundary)
  const rows = sources(picture.height, height, psf.origin[1], psf.height, boundary)
  const columnsInFrame = sources(picture.width, width, 0, 1, 'zero')
  const rowsInFrame = sources(picture.height, height, 0, 1, 'zero')

  for (let channel = 0; channel < picture.channels; channel++) {
    takeChannel(picture, channel, samples)
    if (adjoint) spread(samples, plane, columnsInFrame, rowsInFrame, picture.width)
    else spread(samples, plane, columns, rows, picture.width)
    rfft2(plane, width, height, spectrum)
    if (adjoint) multiplyConjugate(otf, spectrum, spectrum)
    else multiply(otf, spectrum, spectrum)
    irfft2(spectrum, width, height, plane)
    if (adjoint) collect(plane, samples, columns, rows, picture.width)
    else collect(plane, samples, columnsInFrame, rowsInFrame, picture.width)
    pasteChannel(picture, channel, samples)
  }
}

/** For each place on a periodic line that starts with the frame, the frame's sample that light comes from. */
function sources(
  frame: number,
  length: number,
  origin: number,
  size: number,
  boundary: 'reflect' | 'zero' | 'periodic',
): Int32Array {
  return Int32Array.from({ length }, (_, i) => {
    if (i < frame) return i
    if (boundary !== 'reflect') return -1
    // The PSF brings light from as far before the frame as it reaches past its origin, and the reverse.
    if (i >= length - (size - 1 - origin)) return length - 1 - i
    return i < frame + origin ? 2 * frame - 1 - i : -1
  })
}

function spread(
  samples: Float64Array,
  plane: Float64Array,
  columns: Int32Array,
  rows: Int32Array,
  frameWidth: number,
): void {
  let i = 0
  for (const y of rows) {
    for (const x of columns) plane[i++] = x < 0 || y < 0 ? 0 : samples[y * frameWidth + x]
  }
}

/** The adjoint of `spread`. */
function collect(
  plane: Float64Array,
  samples: Float64Array,
  columns: Int32Array,
  rows: Int32Array,
  frameWidth: number,
): void {
  samples.fill(0)
  let i = 0
  for (const y of rows) {
    for (const x of columns) {
      if (x >= 0 && y >= 0) samples[y * frameWidth + x] += plane[i]
      i++
    }
  }
}
