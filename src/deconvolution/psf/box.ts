import { checkNumber } from '../../image/check'
import { centredPsf, type Psf } from './psf'

/**
 * A rectangle of equal weights: a coarse sensor, or several pixels read as one.
 *
 * Sizes need not be odd, nor whole. A pixel's weight is how much of it the rectangle covers, so a
 * size of 4 takes 5 pixels, the outer two by half, and never shifts the picture.
 *
 * @param width Pixels from side to side, 0.01 to 1000; larger is more blurred.
 * @param height Pixels from top to bottom, the same by default.
 * @returns A PSF just large enough, its origin in the middle.
 * @throws {TypeError} A size is no number.
 * @throws {RangeError} A size is out of range.
 * @example
 * ```ts
 * import { psf } from 'isophote/deconvolution'
 *
 * console.log(psf.box(4, 1).data) // Float64Array(5) [ 0.125, 0.25, 0.25, 0.25, 0.125 ]
 * ```
 */
export function box(width: number, height: number = width): Psf {
  checkNumber('width', width, 0.01, 1000)
  checkNumber('height', height, 0.01, 1000)
  return centredPsf(
    reachOf(width),
    reachOf(height),
    (x, y) => covered(x, width) * covered(y, height),
  )
}

/** How many pixels beside the middle one an extent touches. */
function reachOf(size: number): number {
  return Math.max(Math.ceil((size - 1) / 2), 0)
}

/** How much of the pixel at `x` lies in an extent around 0. */
function covered(x: number, size: number): number {
  return Math.min(x + 0.5, size / 2) - Math.max(x - 0.5, -size / 2)
}
