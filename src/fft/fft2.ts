import { checkSides, complexInput, complexOutput } from './arguments'
import type { Complex, ComplexNumbers } from './complex'
import { imagePlanFor } from './engine/image'

/**
 * The Fourier transform of an image of complex numbers, unscaled.
 *
 * @param input `width` times `height` complex numbers in rows, as for {@link fft}.
 * @param width How many numbers a row has, 1 to 2^24.
 * @param height How many rows there are, 1 to 2^24; together at most 2^27 numbers.
 * @param output Where to write: two `Float64Array`s as long as the input, which may be those of
 * `input`. Default new ones.
 * @returns `output`, or the new planes: element `u + v * width` has the frequencies u / width
 * and v / height.
 * @throws {TypeError} An argument is of the wrong kind.
 * @throws {RangeError} A side is not a whole number in range, or an array has the wrong length or
 * overlaps another.
 * @example
 * ```ts
 * import { fft2 } from 'isophote/fft'
 *
 * const { re } = fft2({ re: [1, 2, 3, 4], im: [0, 0, 0, 0] }, 2, 2)
 * console.log([...re]) // [ 10, -2, -4, 0 ]
 * ```
 */
export function fft2(
  input: ComplexNumbers,
  width: number,
  height: number,
  output?: Complex,
): Complex {
  checkSides(width, height)
  const from = complexInput('input', input, width * height)
  const to = complexOutput(output, width * height, from.re, from.im)
  imagePlanFor(width, height).forward(from, to)
  return to
}

/**
 * The inverse of {@link fft2}, scaled by 1/(width height).
 *
 * @param input As for `fft2`.
 * @param width As for `fft2`.
 * @param height As for `fft2`.
 * @param output As for `fft2`.
 * @returns `output`, or the new planes.
 * @throws {TypeError | RangeError} As `fft2`.
 * @example
 * ```ts
 * import { ifft2 } from 'isophote/fft'
 *
 * const { re } = ifft2({ re: [10, -2, -4, 0], im: [0, 0, 0, 0] }, 2, 2)
 * console.log([...re]) // [ 1, 2, 3, 4 ]
 * ```
 */
export function ifft2(
  input: ComplexNumbers,
  width: number,
  height: number,
  output?: Complex,
): Complex {
  checkSides(width, height)
  const from = complexInput('input', input, width * height)
  const to = complexOutput(output, width * height, from.re, from.im)
  imagePlanFor(width, height).inverse(from, to)
  return to
}
