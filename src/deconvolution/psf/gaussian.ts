import { exp } from '../../exact-math/exp'
import { checkNumber } from '../../image/check'
import { centredPsf, type Psf } from './psf'

/**
 * The bell curve: a lens slightly out of focus, turbulent air, a film scanner.
 *
 * Sampled at the pixels' centres as far as 4 standard deviations from the middle.
 *
 * @param sigma Standard deviation in pixels, 0.01 to 1000; larger is more blurred.
 * @returns A PSF of `2 ceil(4 sigma) + 1` pixels squared, its origin in the middle.
 * @throws {TypeError} `sigma` is no number.
 * @throws {RangeError} `sigma` is out of range.
 * @example
 * ```ts
 * import { psf } from 'isophote/deconvolution'
 *
 * const { width, height, origin } = psf.gaussian(1.5)
 * console.log(width, height, origin) // 13 13 [ 6, 6 ]
 * ```
 */
export function gaussian(sigma: number): Psf {
  checkNumber('sigma', sigma, 0.01, 1000)
  const reach = Math.ceil(4 * sigma)
  return centredPsf(reach, reach, (x, y) => exp(-(x * x + y * y) / (2 * sigma * sigma)))
}
