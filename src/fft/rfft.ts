import { checkLength, complexInput, complexOutput, realInput, realOutput } from './arguments'
import type { Complex, ComplexNumbers, Numbers } from './complex'
import { realPlanFor } from './engine/real'

/**
 * The Fourier transform of real numbers, unscaled: the first half of their spectrum.
 *
 * The other half mirrors it, X[n - k] = conj(X[k]), and is left out. `im[0]` is 0, and so is the last
 * of `im` where n is even.
 *
 * @param input n real numbers, 1 to 2^24, in any kind of array.
 * @param output Where to write: two `Float64Array`s of floor(n / 2) + 1 numbers, apart from the
 * input. Default new ones.
 * @returns `output`, or the new planes: X[0] to X[floor(n / 2)].
 * @throws {TypeError} An argument is of the wrong kind.
 * @throws {RangeError} There are no numbers, or too many, or an array has the wrong length or
 * overlaps another.
 * @example
 * ```ts
 * import { rfft } from 'isophote/fft'
 *
 * const { re, im } = rfft([1, 0, -1, 0, 1, 0, -1, 0]) // a quarter of the sampling rate
 * console.log([...re]) // [ 0, 0, 4, 0, 0 ]
 * ```
 */
export function rfft(input: Numbers, output?: Complex): Complex {
  const from = realInput('input', input)
  const n = from.length
  checkLength('input.length', n)
  const to = complexOutput(output, (n >> 1) + 1, from, from)
  realPlanFor(n).forward(from, to)
  return to
}

/**
 * The inverse of {@link rfft}: n real numbers, scaled by 1/n.
 *
 * @param spectrum floor(n / 2) + 1 complex numbers. The imaginary part of the first is taken for 0,
 * and of the last where n is even: for a real signal they are.
 * @param n How many real numbers there are, 1 to 2^24. It has to be said, as 2m and 2m + 1 have
 * spectra of the same length.
 * @param output Where to write: a `Float64Array` of n numbers, apart from the input. Default a new
 * one.
 * @returns `output`, or the new array.
 * @throws {TypeError | RangeError} As `rfft`.
 * @example
 * ```ts
 * import { irfft } from 'isophote/fft'
 *
 * console.log(irfft({ re: [6, 0], im: [0, 0] }, 3)) // Float64Array(3) [ 2, 2, 2 ]
 * ```
 */
export function irfft(spectrum: ComplexNumbers, n: number, output?: Float64Array): Float64Array {
  checkLength('n', n)
  const from = complexInput('spectrum', spectrum, (n >> 1) + 1)
  const to = realOutput(output, n, from.re, from.im)
  realPlanFor(n).inverse(from, to)
  return to
}
