import { type Complex, rfft2 } from '../fft/index'
import { checkNumber } from '../image/check'
import { from, type PsfSource } from './psf/from'
import type { Psf } from './psf/psf'

/**
 * The optical transfer function of a PSF: its Fourier transform, with the origin moved to pixel
 * (0, 0), so that multiplying a picture's spectrum by it blurs and shifts nothing.
 *
 * @param psf A PSF, or anything `psf.from` takes.
 * @param width Of the picture, in pixels.
 * @param height Of the picture, in pixels.
 * @returns `floor(width / 2) + 1` columns and `height` rows, as `rfft2` of `isophote/fft` gives them:
 * row-major, real and imaginary parts in two planes. The others mirror these. The first is 1.
 * @throws {TypeError} An argument is of the wrong kind.
 * @throws {RangeError} A size is wrong, or the PSF is larger than the picture.
 * @example
 * ```ts
 * import { otf, psf } from 'isophote/deconvolution'
 *
 * const { re, im } = otf(psf.box(3, 1), 4, 1)
 * console.log(re.length, re[0], im[0]) // 3 1 0
 * ```
 */
export function otf(psf: PsfSource, width: number, height: number): Complex {
  checkNumber('width', width, 1, Infinity, 'whole number')
  checkNumber('height', height, 1, Infinity, 'whole number')
  const known = from(psf)
  checkFits(known, width, height)
  return transferOf(known, width, height)
}

/** `otf` of a PSF that is checked already. */
export function transferOf(psf: Psf, width: number, height: number): Complex {
  return rfft2(wrapped(psf, width, height), width, height)
}

export function checkFits(psf: Psf, width: number, height: number): void {
  if (psf.width <= width && psf.height <= height) return
  throw new RangeError(
    `psf: expected at most ${width} x ${height} pixels, as the image has, got ${psf.width} x ${psf.height}`,
  )
}

/** The PSF on a periodic plane, its origin at (0, 0). */
function wrapped({ data, origin, ...size }: Psf, width: number, height: number): Float64Array {
  const plane = new Float64Array(width * height)
  for (let y = 0, i = 0; y < size.height; y++) {
    const row = ((y - origin[1] + height) % height) * width
    for (let x = 0; x < size.width; x++) plane[row + ((x - origin[0] + width) % width)] = data[i++]
  }
  return plane
}
