import { asin } from '../../exact-math/asin'
import { checkNumber } from '../../image/check'
import { centredPsf, type Psf } from './psf'

/**
 * A disc of equal weights: a lens out of focus.
 *
 * Its edge is smooth: a pixel's weight is the exact area of it that the disc covers.
 *
 * @param radius Pixels, 0.01 to 500, also a fraction; larger is more blurred.
 * @returns A PSF just large enough, its origin in the middle.
 * @throws {TypeError} `radius` is no number.
 * @throws {RangeError} `radius` is out of range.
 * @example
 * ```ts
 * import { psf } from 'isophote/deconvolution'
 *
 * const { width, height, origin } = psf.disk(2.5)
 * console.log(width, height, origin) // 5 5 [ 2, 2 ]
 * ```
 */
export function disk(radius: number): Psf {
  checkNumber('radius', radius, 0.01, 500)
  const reach = Math.max(Math.ceil(radius - 0.5), 0)
  return centredPsf(reach, reach, (x, y) => {
    const right = Math.abs(x) + 0.5
    const bottom = Math.abs(y) + 0.5
    const area =
      cornerArea(right, bottom, radius) -
      cornerArea(right - 1, bottom, radius) -
      cornerArea(right, bottom - 1, radius) +
      cornerArea(right - 1, bottom - 1, radius)
    // The difference of what should be the same may be less than nothing.
    return Math.max(area, 0)
  })
}

/** The area of a disc between its centre and `(x, y)`: of its part in that rectangle, signed as `x y`. */
function cornerArea(x: number, y: number, radius: number): number {
  const sign = Math.sign(x) * Math.sign(y)
  const width = Math.min(Math.abs(x), radius)
  const height = Math.min(Math.abs(y), radius)
  // Up to here the circle is above the rectangle's top.
  const straight = Math.min(Math.sqrt(radius * radius - height * height), width)
  return sign * (straight * height + underArc(width, radius) - underArc(straight, radius))
}

/** The integral of `sqrt(r^2 - t^2)` over t from 0 to `x`. */
function underArc(x: number, radius: number): number {
  return (x * Math.sqrt(radius * radius - x * x) + radius * radius * asin(x / radius)) / 2
}
