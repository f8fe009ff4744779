import type { Layout } from '../fft/engine/layout'
import { createPlanes } from '../fft/engine/planes'
import { planFor } from '../fft/engine/plans'
import type { SpectrumColumns } from '../fft/engine/real-image'
import { setRoot } from '../fft/engine/roots'
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

/** `otf` of a PSF that is checked already. */
export function transferOf(psf: Psf, width: number, height: number): Complex {
  const spectrum = emptySpectrum(width, height)
  transferColumns(psf, width, height)(0, (width >> 1) + 1, spectrum)
  return spectrum
}

/**
 * The same some columns at a time: `rfft2` of the PSF on a dark plane, without the dark rows.
 *
 * With n = r s rows, those of the spectrum that are j more than a multiple of r are the transform of
 * just s rows, row y of the PSF having been multiplied by w^(j y) and put where y leaves off after
 * multiples of s. For s any divisor of n will do that is no less than the PSF's height; four times
 * that makes light of the multiplications.
 */
export function transferColumns(psf: Psf, width: number, height: number): SpectrumColumns {
  const { data, origin } = psf
  const half = (width >> 1) + 1
  const rows = createPlanes(psf.height * half)
  const row = new Float64Array(width)
  for (let y = 0, at = 0; y < psf.height; y++, at += half) {
    row.fill(0)
    for (let x = 0; x < psf.width; x++) {
      row[(x - origin[0] + width) % width] = data[y * psf.width + x]
    }
    rfft(row, { re: rows.re.subarray(at, at + half), im: rows.im.subarray(at, at + half) })
  }

  const short = divisorFrom(Math.min(4 * psf.height, height), height)
  const classes = height / short
  const ofColumns = planFor(short)
  const roots = createPlanes(classes * psf.height)
  for (let j = 0, at = 0; j < classes; j++) {
    for (let y = 0; y < psf.height; y++) {
      setRoot(j * (y - origin[1] + height), height, roots.re, roots.im, at++)
    }
  }

  /** Writes `count` columns, every `step`-th from `first` on, to where `step` and `shift` of a layout say. */
  function transform(
    first: number,
    count: number,
    step: number,
    toRe: Float64Array,
    toIm: Float64Array,
    at: number,
    stride: number,
    shift: number,
  ): void {
    const folded = createPlanes(short * count)
    const from: Layout = { stride: count, step: 1, shift: 0 }
    const every: Layout = { stride: classes * stride, step, shift }
    for (let j = 0, root = 0; j < classes; j++) {
      for (let y = 0; y < psf.height; y++, root++) {
        const place = (y - origin[1] + height) % short
        turnRow(rows, y * half + first, step, roots, root, folded, place * count, count)
      }
      const { re, im } = folded
      ofColumns.transform(re, im, 0, from, toRe, toIm, at + j * stride, every, count, 1)
    }
  }

  if (!isEven(psf)) {
    return (first, count, { re, im }) => transform(first, count, 1, re, im, 0, count, 0)
  }
  // Columns come out real: the next one goes with each, as its imaginary part.
  for (let i = 0; i < rows.re.length; i++) {
    if ((i + 1) % half === 0) continue
    rows.re[i] -= rows.im[i + 1]
    rows.im[i] += rows.re[i + 1]
  }
  return (first, count, { re, im }) => {
    if (count > 1) transform(first, count >> 1, 2, re, re, 0, count, 1)
    if (count % 2 > 0) transform(first + count - 1, 1, 1, re, im, count - 1, count, 0)
    im.fill(0)
  }
}

/** Whether a PSF is the same turned around its origin: then its transfer function is real. */
function isEven({ data, width, height, origin }: Psf): boolean {
  if (width !== 2 * origin[0] + 1 || height !== 2 * origin[1] + 1) return false
  return data.every((value, i) => value === data[data.length - 1 - i])
}

/** The least divisor of n from `least` on. */
function divisorFrom(least: number, n: number): number {
  let divisor = least
  while (n % divisor) divisor++
  return divisor
}

/** Every `step`-th number of a row times a root of unity. */
function turnRow(
  from: Complex,
  at: number,
  step: number,
  roots: Complex,
  root: number,
  to: Complex,
  toAt: number,
  count: number,
): void {
  const cos = roots.re[root]
  const sin = roots.im[root]
  const { re, im } = from
  const toRe = to.re
  const toIm = to.im
  let i = at | 0
  for (let o = toAt | 0, end = (toAt + count) | 0; o < end; o = (o + 1) | 0) {
    const x = re[i]
    const y = im[i]
    toRe[o] = x * cos - y * sin
    toIm[o] = x * sin + y * cos
    i = (i + step) | 0
  }
}

export function checkFits(psf: Psf, width: number, height: number): void {
  if (psf.width <= width && psf.height <= height) return
  throw new RangeError(
    `psf: expected at most ${width} x ${height} pixels, as the image has, got ${psf.width} x ${psf.height}`,
  )
}
