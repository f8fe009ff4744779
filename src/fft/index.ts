import { goodLength } from './engine/good-length'
import { imagePlanFor, realImagePlanFor } from './engine/image'
import { planar } from './engine/layout'
import { planFor } from './engine/plans'
import { realPlanFor } from './engine/real'
import {
  type Complex,
  type ComplexNumbers,
  checkSize,
  type Numbers,
  outputPlane,
  outputPlanes,
  planeOf,
  planesOf,
} from './planes'

export type { Complex, ComplexNumbers, Numbers } from './planes'

/** The discrete Fourier transform of `n` complex numbers, unscaled. */
export function fft(input: ComplexNumbers, output?: Complex): Complex {
  const { re, im } = planesOf('input', input)
  checkSize('input.re.length', re.length)
  const out = outputPlanes(output, re.length, [re, im])
  planFor(re.length).transform(re, im, 0, planar, out.re, out.im, 0, planar, 1, 1)
  return out
}

/** The inverse of `fft`: scaled by 1/n. */
export function ifft(input: ComplexNumbers, output?: Complex): Complex {
  const { re, im } = planesOf('input', input)
  checkSize('input.re.length', re.length)
  const out = outputPlanes(output, re.length, [re, im])
  const n = re.length
  planFor(n).transform(im, re, 0, planar, out.im, out.re, 0, planar, 1, n)
  return out
}

/** The first floor(n / 2) + 1 numbers of the transform of `n` real ones; the others mirror them. */
export function rfft(input: Numbers, output?: Complex): Complex {
  const real = planeOf('input', input)
  const n = real.length
  checkSize('input.length', n)
  const half = (n >> 1) + 1
  const out = outputPlanes(output, half, [real, real])
  realPlanFor(n).forward(real, out)
  return out
}

/** The inverse of `rfft`: `n` real numbers, scaled by 1/n. */
export function irfft(spectrum: ComplexNumbers, n: number, output?: Float64Array): Float64Array {
  checkSize('n', n)
  const half = (n >> 1) + 1
  const { re, im } = planesOf('spectrum', spectrum, half)
  const out = outputPlane('output', output, n, [re, im])
  realPlanFor(n).inverse({ re, im }, out)
  return out
}

/** The transform of `height` rows of `width` complex numbers, unscaled. */
export function fft2(
  input: ComplexNumbers,
  width: number,
  height: number,
  output?: Complex,
): Complex {
  checkSize('width', width)
  checkSize('height', height)
  const n = width * height
  const { re, im } = planesOf('input', input, n)
  const out = outputPlanes(output, n, [re, im])
  imagePlanFor(width, height).forward({ re, im }, out)
  return out
}

/** The inverse of `fft2`: scaled by 1/(width height). */
export function ifft2(
  input: ComplexNumbers,
  width: number,
  height: number,
  output?: Complex,
): Complex {
  checkSize('width', width)
  checkSize('height', height)
  const n = width * height
  const { re, im } = planesOf('input', input, n)
  const out = outputPlanes(output, n, [re, im])
  imagePlanFor(width, height).inverse({ re, im }, out)
  return out
}

/** The left floor(width / 2) + 1 columns of the transform of a real image, in rows. */
export function rfft2(input: Numbers, width: number, height: number, output?: Complex): Complex {
  checkSize('width', width)
  checkSize('height', height)
  const real = planeOf('input', input, width * height)
  const half = (width >> 1) + 1
  const out = outputPlanes(output, half * height, [real, real])
  realImagePlanFor(width, height).forward(real, out)
  return out
}

/** The inverse of `rfft2`: a real image, scaled by 1/(width height). */
export function irfft2(
  spectrum: ComplexNumbers,
  width: number,
  height: number,
  output?: Float64Array,
): Float64Array {
  checkSize('width', width)
  checkSize('height', height)
  const half = (width >> 1) + 1
  const { re, im } = planesOf('spectrum', spectrum, half * height)
  const out = outputPlane('output', output, width * height, [re, im])
  realImagePlanFor(width, height).inverse({ re, im }, out)
  return out
}

/** A length of at least `n` that transforms fast. */
export function goodSize(n: number): number {
  checkSize('n', n)
  return goodLength(n)
}
