import { transform } from './engine'
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
  out.re.set(re)
  out.im.set(im)
  transform(out.re, out.im)
  return out
}

/** The inverse of `fft`: scaled by 1/n. */
export function ifft(input: ComplexNumbers, output?: Complex): Complex {
  const { re, im } = planesOf('input', input)
  checkSize('input.re.length', re.length)
  const out = outputPlanes(output, re.length, [re, im])
  out.re.set(re)
  out.im.set(im)
  transform(out.im, out.re)
  scale(out.re, 1 / re.length)
  scale(out.im, 1 / re.length)
  return out
}

/** The first floor(n / 2) + 1 numbers of the transform of `n` real ones; the others mirror them. */
export function rfft(input: Numbers, output?: Complex): Complex {
  const real = planeOf('input', input)
  const n = real.length
  checkSize('input.length', n)
  const half = (n >> 1) + 1
  const out = outputPlanes(output, half, [real, real])
  const re = real.slice()
  const im = new Float64Array(n)
  transform(re, im)
  out.re.set(re.subarray(0, half))
  out.im.set(im.subarray(0, half))
  return out
}

/** The inverse of `rfft`: `n` real numbers, scaled by 1/n. */
export function irfft(spectrum: ComplexNumbers, n: number, output?: Float64Array): Float64Array {
  checkSize('n', n)
  const half = (n >> 1) + 1
  const { re, im } = planesOf('spectrum', spectrum, half)
  const out = outputPlane('output', output, n, [re, im])
  const all = { re: new Float64Array(n), im: new Float64Array(n) }
  for (let k = 0; k < n; k++) {
    all.re[k] = k < half ? re[k] : re[n - k]
    all.im[k] = k < half ? im[k] : -im[n - k]
  }
  all.im[0] = 0
  if (n % 2 === 0) all.im[n / 2] = 0
  transform(all.im, all.re)
  out.set(all.re)
  scale(out, 1 / n)
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
  out.re.set(re)
  out.im.set(im)
  rows(out.re, out.im, width, height)
  columns(out.re, out.im, width, height)
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
  out.re.set(re)
  out.im.set(im)
  rows(out.im, out.re, width, height)
  columns(out.im, out.re, width, height)
  scale(out.re, 1 / n)
  scale(out.im, 1 / n)
  return out
}

/** The left floor(width / 2) + 1 columns of the transform of a real image, in rows. */
export function rfft2(input: Numbers, width: number, height: number, output?: Complex): Complex {
  checkSize('width', width)
  checkSize('height', height)
  const real = planeOf('input', input, width * height)
  const half = (width >> 1) + 1
  const out = outputPlanes(output, half * height, [real, real])
  for (let y = 0; y < height; y++) {
    const row = rfft(real.subarray(y * width, (y + 1) * width))
    out.re.set(row.re, y * half)
    out.im.set(row.im, y * half)
  }
  columns(out.re, out.im, half, height)
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
  const copy = { re: re.slice(), im: im.slice() }
  columns(copy.im, copy.re, half, height)
  for (let y = 0; y < height; y++) {
    const part = (plane: Float64Array) => plane.subarray(y * half, (y + 1) * half)
    out.set(irfft({ re: part(copy.re), im: part(copy.im) }, width), y * width)
  }
  scale(out, 1 / height)
  return out
}

/** A length of at least `n` that transforms fast. */
export function goodSize(n: number): number {
  checkSize('n', n)
  let size = n
  while (!isSmooth(size)) size++
  return size
}

function isSmooth(n: number): boolean {
  let rest = n
  for (const factor of [2, 3, 5]) while (rest % factor === 0) rest /= factor
  return rest === 1
}

function rows(re: Float64Array, im: Float64Array, width: number, height: number): void {
  for (let i = 0; i < width * height; i += width) {
    transform(re.subarray(i, i + width), im.subarray(i, i + width))
  }
}

function columns(re: Float64Array, im: Float64Array, width: number, height: number): void {
  const columnRe = new Float64Array(height)
  const columnIm = new Float64Array(height)
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      columnRe[y] = re[x + y * width]
      columnIm[y] = im[x + y * width]
    }
    transform(columnRe, columnIm)
    for (let y = 0; y < height; y++) {
      re[x + y * width] = columnRe[y]
      im[x + y * width] = columnIm[y]
    }
  }
}

function scale(plane: Float64Array, factor: number): void {
  for (let i = 0; i < plane.length; i++) plane[i] *= factor
}
