import { checkLength, complexInput, complexOutput } from './arguments'
import type { Complex, ComplexNumbers } from './complex'
import { planar } from './engine/layout'
import { planFor } from './engine/plans'

/**
 * The discrete Fourier transform, unscaled: X[k] = sum over j of x[j] exp(-2 pi i j k / n).
 *
 * @param input n complex numbers, 1 to 2^24: `{ re, im }`, or `{ interleaved }` with the parts in
 * turns. `Float64Array`s are read in place, all others are converted to such.
 * @param output Where to write: two `Float64Array`s of n numbers, which may be those of `input`.
 * Default new ones.
 * @returns `output`, or the new planes.
 * @throws {TypeError} An argument is of the wrong kind; real numbers alone are for {@link rfft}.
 * @throws {RangeError} There are no numbers, or too many, or an array has the wrong length or
 * overlaps another.
 * @example
 * ```ts
 * import { fft } from 'isophote/fft'
 *
 * const { re, im } = fft({ re: [1, 0, 0, 0], im: [0, 1, 0, 0] })
 * console.log([...re], [...im]) // [ 1, 2, 1, 0 ] [ 1, 0, -1, 0 ]
 * ```
 */
export function fft(input: ComplexNumbers, output?: Complex): Complex {
  const { re, im } = complexInput('input', input)
  const n = re.length
  checkLength('input.re.length', n)
  const to = complexOutput(output, n, re, im)
  planFor(n).transform(re, im, 0, planar, to.re, to.im, 0, planar, 1, 1)
  return to
}

/**
 * The inverse of {@link fft}: x[j] = 1/n times the sum over k of X[k] exp(2 pi i j k / n).
 *
 * @param input n complex numbers, as for `fft`.
 * @param output As for `fft`.
 * @returns `output`, or the new planes.
 * @throws {TypeError | RangeError} As `fft`.
 * @example
 * ```ts
 * import { fft, ifft } from 'isophote/fft'
 *
 * const signal = { re: new Float64Array([1, 2, 3]), im: new Float64Array(3) }
 * fft(signal, signal) // in place
 * ifft(signal, signal)
 * console.log(signal.re.map(Math.round)) // Float64Array(3) [ 1, 2, 3 ]
 * ```
 */
export function ifft(input: ComplexNumbers, output?: Complex): Complex {
  const { re, im } = complexInput('input', input)
  const n = re.length
  checkLength('input.re.length', n)
  const to = complexOutput(output, n, re, im)
  // Swapping real and imaginary parts before and after turns the transform into its inverse.
  planFor(n).transform(im, re, 0, planar, to.im, to.re, 0, planar, 1, n)
  return to
}
