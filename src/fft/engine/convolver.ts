import type { Complex } from '../complex'
import { type Layout, planar } from './layout'
import { combine, separate } from './pair'
import { createPlanes } from './planes'
import { planFor } from './plans'

/**
 * Cyclic convolution of real images, in three steps between which the caller may look at rows while
 * they are in the cache: rows enter, two at a time; columns are convolved; rows leave.
 *
 * Twice as fast as `rfft2`, a product and `irfft2`: spectra of columns never reach memory.
 */
export interface Convolver {
  /** Takes row y and, unless y is the last one, row y + 1: they are at `at` and `at + width`. */
  enter(y: number, rows: Float64Array, at: number): void
  /** From here on all rows are empty. */
  enterNothing(y: number): void
  /** Multiplies the spectrum by a half spectrum as `rfft2` gives it, or by its conjugate. */
  convolve(by: Complex, conjugate: boolean): void
  /** Gives row y and, unless y is the last one, row y + 1. */
  leave(y: number, rows: Float64Array, at: number): void
}

export function createConvolver(width: number, height: number): Convolver {
  const half = (width >> 1) + 1
  const ofRows = planFor(width)
  const ofColumns = planFor(height)
  const columns: Layout = { stride: half, step: 1, shift: 0 }
  const rows: Layout = { stride: 1, step: 0, shift: width }
  const rowsExchanged: Layout = { stride: 1, step: 0, shift: -width }
  const z = createPlanes(width)
  const pair = createPlanes(2 * half)
  // An odd number of rows has room for one more: the partner of the last.
  const spectrum = createPlanes(half * (height + (height & 1)))
  const { re, im } = spectrum
  const { transformRows } = ofRows

  return {
    enter(y, image, at) {
      const layout = y + 1 < height ? rows : planar
      if (transformRows) transformRows(image, at, layout, pair.re, pair.im, 0)
      else {
        ofRows.transform(image, image, at, layout, z.re, z.im, 0, planar, 1, 1)
        separate(z, width, pair.re, pair.im, half)
      }
      re.set(pair.re, y * half)
      im.set(pair.im, y * half)
    },

    enterNothing(y) {
      re.fill(0, y * half)
      im.fill(0, y * half)
    },

    convolve(by, conjugate) {
      const sign = conjugate ? -1 : 1
      // Twice: pairs of rows enter doubled.
      const divisor = 2 * width * height
      if (ofColumns.convolve) ofColumns.convolve(spectrum, columns, half, by, sign, divisor)
      else {
        ofColumns.transform(re, im, 0, columns, re, im, 0, columns, half, 1)
        multiply(spectrum, by, sign)
        ofColumns.transform(im, re, 0, columns, im, re, 0, columns, half, divisor)
      }
    },

    leave(y, image, at) {
      combine(re, im, y * half, half, z, width)
      if (y + 1 < height) {
        ofRows.transform(z.im, z.re, 0, planar, image, image, at + width, rowsExchanged, 1, 1)
      } else {
        ofRows.transform(z.im, z.re, 0, planar, z.im, z.re, 0, planar, 1, 1)
        image.set(z.re, at)
      }
    },
  }
}

function multiply({ re, im }: Complex, by: Complex, sign: 1 | -1): void {
  const byRe = by.re
  const byIm = by.im
  for (let i = 0; i < byRe.length; i++) {
    const x = re[i]
    const y = im[i]
    const v = sign * byIm[i]
    re[i] = x * byRe[i] - y * v
    im[i] = x * v + y * byRe[i]
  }
}
