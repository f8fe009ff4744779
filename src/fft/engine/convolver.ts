import type { Complex } from '../complex'
import { convolveColumns } from './convolve-columns'
import { type Layout, planar } from './layout'
import { combine, separate } from './pair'
import { createPlanes } from './planes'
import { planFor } from './plans'

/**
 * Cyclic convolution of real images with one kernel, in three steps between which the caller may look
 * at rows while they are in the cache: rows enter, two at a time; columns are convolved; rows leave.
 *
 * The spectrum is kept in blocks of columns, each in one piece of memory: of a large image every row
 * would lie on pages of its own, and going down its columns would mean looking up page after page.
 */
export interface Convolver {
  /** Takes row y and, unless y is the last one, row y + 1: they are at `at` and `at + width`. */
  enter(y: number, rows: Float64Array, at: number): void
  /** Multiplies the spectrum by the kernel's, or by the conjugate of that. */
  convolve(conjugate: boolean): void
  /** Gives row y and, unless y is the last one, row y + 1. */
  leave(y: number, rows: Float64Array, at: number): void
}

/** About how many columns a block has. */
const blockWidth = 64

/** @param kernel The kernel's half spectrum, as `rfft2` gives it. */
export function createConvolver(width: number, height: number, kernel: Complex): Convolver {
  const half = (width >> 1) + 1
  const ofRows = planFor(width)
  const ofColumns = planFor(height)
  const blocks = Math.max(1, Math.round(half / blockWidth))
  const block = Math.ceil(half / blocks)
  // An odd number of rows has room for one more: the partner of the last.
  const blockSize = block * (height + (height & 1))
  const columns: Layout = { stride: block, step: 1, shift: 0 }
  const rows: Layout = { stride: 1, step: 0, shift: width }
  const rowsExchanged: Layout = { stride: 1, step: 0, shift: -width }
  const z = createPlanes(width)
  const pair = createPlanes(2 * half)
  const spectrum = createPlanes(blocks * blockSize)
  const { re, im } = spectrum
  const { transformRows } = ofRows

  /** The block's part of each of the two rows in `pair`. */
  const parts = Array.from({ length: blocks }, (_, b) => {
    const ofRow = ({ re, im }: Complex, row: number): Complex => {
      const from = row * half + b * block
      const to = row * half + Math.min((b + 1) * block, half)
      return { re: re.subarray(from, to), im: im.subarray(from, to) }
    }
    return [ofRow(pair, 0), ofRow(pair, 1)]
  })

  function keep(y: number, { re, im }: Complex): void {
    for (let b = 0, at = y * block; b < blocks; b++, at += blockSize) {
      const [first, second] = parts[b]
      re.set(first.re, at)
      im.set(first.im, at)
      re.set(second.re, at + block)
      im.set(second.im, at + block)
    }
  }

  const by = createPlanes(blocks * blockSize)
  for (let y = 0; y < height; y += 2) {
    const end = Math.min(y + 2, height) * half
    pair.re.set(kernel.re.subarray(y * half, end))
    pair.im.set(kernel.im.subarray(y * half, end))
    keep(y, by)
  }

  return {
    enter(y, image, at) {
      const layout = y + 1 < height ? rows : planar
      if (transformRows) transformRows(image, at, layout, pair.re, pair.im, 0)
      else {
        ofRows.transform(image, image, at, layout, z.re, z.im, 0, planar, 1, 1)
        separate(z, width, pair.re, pair.im, half)
      }
      if (y + 1 === height) {
        // The partner it does not have is dark: rounding errors of another would show in the last row.
        pair.re.fill(0, half)
        pair.im.fill(0, half)
      }
      keep(y, spectrum)
    },

    convolve(conjugate) {
      const sign = conjugate ? -1 : 1
      // Twice: pairs of rows enter doubled.
      const divisor = 2 * width * height
      for (let b = 0; b < blocks; b++) {
        const at = b * blockSize
        const count = Math.min(block, half - b * block)
        convolveColumns(ofColumns, spectrum, at, columns, count, by, at, block, sign, divisor)
      }
    },

    leave(y, image, at) {
      for (let b = 0; b < blocks; b++) {
        const count = Math.min(block, half - b * block)
        combine(re, im, b * blockSize + y * block, block, z, width, b * block, count)
      }
      if (y + 1 < height) {
        ofRows.transform(z.im, z.re, 0, planar, image, image, at + width, rowsExchanged, 1, 1)
      } else {
        ofRows.transform(z.im, z.re, 0, planar, z.im, z.re, 0, planar, 1, 1)
        image.set(z.re, at)
      }
    },
  }
}
