import { checkSides, complexInput, complexOutput, realInput, realOutput } from './arguments'
import type { Complex, ComplexNumbers, Numbers } from './complex'
import { realImagePlanFor } from './engine/real-image'

/**
 * The Fourier transform of a real image, unscaled: the left half of its spectrum.
 *
 * The right half mirrors it through the origin, X[-u, -v] = conj(X[u, v]), and is left out.
 *
 * @param input `width` times `height` real numbers in rows, in any kind of array.
 * @param width How many numbers a row has, 1 to 2^24.
 * @param height How many rows there are, 1 to 2^24; together at most 2^27 numbers.
 * @param output Where to write: two `Float64Array`s of (floor(width / 2) + 1) times `height`
 * numbers, apart from the input. Default new ones.
 * @returns `output`, or the new planes: rows of floor(width / 2) + 1 numbers, as many as the image
 * has.
 * @throws {TypeError} An argument is of the wrong kind.
 * @throws {RangeError} A side is not a whole number in range, or an array has the wrong length or
 * overlaps another.
 * @example
 * ```ts
 * import { irfft2, rfft2 } from 'isophote/fft'
 *
 * const image = new Uint8Array([1, 2, 3, 4, 5, 6])
 * const spectrum = rfft2(image, 3, 2)
 * console.log(spectrum.re[0]) // 21
 * console.log(irfft2(spectrum, 3, 2).map(Math.round)) // Float64Array(6) [ 1, 2, 3, 4, 5, 6 ]
 * ```
 */
export function rfft2(input: Numbers, width: number, height: number, output?: Complex): Complex {
  checkSides(width, height)
  const from = realInput('input', input, width * height)
  const to = complexOutput(output, ((width >> 1) + 1) * height, from, from)
  realImagePlanFor(width, height).forward(from, to)
  return to
}

/**
 * The inverse of {@link rfft2}: a real image, scaled by 1/(width height).
 *
 * @param spectrum (floor(width / 2) + 1) times `height` complex numbers, as `rfft2` returns them.
 * @param width The image's width, not the spectrum's.
 * @param height How many rows there are.
 * @param output Where to write: a `Float64Array` of `width` times `height` numbers, apart from the
 * input. Default a new one.
 * @returns `output`, or the new array.
 * @throws {TypeError | RangeError} As `rfft2`.
 * @example
 * ```ts
 * import { irfft2 } from 'isophote/fft'
 *
 * console.log(irfft2({ re: [8, 0, 0, 0], im: [0, 0, 0, 0] }, 2, 2)) // Float64Array(4) [ 2, 2, 2, 2 ]
 * ```
 */
export function irfft2(
  spectrum: ComplexNumbers,
  width: number,
  height: number,
  output?: Float64Array,
): Float64Array {
  checkSides(width, height)
  const from = complexInput('spectrum', spectrum, ((width >> 1) + 1) * height)
  const to = realOutput(output, width * height, from.re, from.im)
  realImagePlanFor(width, height).inverse(from, to)
  return to
}
