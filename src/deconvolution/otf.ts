import { transformColumns } from '../fft/engine/image'
import { type Complex, rfft } from '../fft/index'
import { checkNumber } from '../image/check'
import { from, type PsfSource } from './psf/from'
import type { Psf } from './psf/psf'
import { emptySpectrum } from './spectra'

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

/** `otf` of a PSF that is checked already: `rfft2` of it on a dark plane, of which only its own rows are transformed. */
export function transferOf(psf: Psf, width: number, height: number): Complex {
  const { data, origin } = psf
  const half = (width >> 1) + 1
  const spectrum = emptySpectrum(width, height)
  const row = new Float64Array(width)
  for (let y = 0; y < psf.height; y++) {
    row.fill(0)
    for (let x = 0; x < psf.width; x++) {
      row[(x - origin[0] + width) % width] = data[y * psf.width + x]
    }
    const at = ((y - origin[1] + height) % height) * half
    rfft(row, {
      re: spectrum.re.subarray(at, at + half),
      im: spectrum.im.subarray(at, at + half),
    })
  }
  transformColumns(spectrum, half, height)
  return spectrum
}

export function checkFits(psf: Psf, width: number, height: number): void {
  if (psf.width <= width && psf.height <= height) return
  throw new RangeError(
    `psf: expected at most ${width} x ${height} pixels, as the image has, got ${psf.width} x ${psf.height}`,
  )
}
