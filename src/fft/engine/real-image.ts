import type { Complex } from '../complex'
import { remember } from './cache'
import { convolveColumns } from './convolve-columns'
import { createConvolver } from './convolver'
import { atOnceOf, shareOf } from './direct'
import { keyOf, sidesOf } from './image-key'
import { type Layout, planar } from './layout'
import { combine, separate } from './pair'
import { createPlanes } from './planes'
import { imageTransform, planFor } from './plans'
import { type RealPlan, realPlanFor } from './real'

/** Transforms of real images: rows first, two at a time, then the columns of half the spectrum. */
export function realImagePlanFor(width: number, height: number): RealPlan {
  return height === 1 ? realPlanFor(width) : planForKey(keyOf(width, height))
}

/**
 * A half spectrum that is made as it is needed, some columns at a time: `count` from `first` on are
 * written to `to`, row by row.
 */
export type SpectrumColumns = (first: number, count: number, to: Complex) => void

/**
 * Convolves a real image, cyclically and in place, with a kernel of which there is the half spectrum, or
 * with the kernel turned around (`conjugate`). It takes no memory but what the size's plan keeps.
 *
 * @param by A spectrum made as it is needed never leaves the cache.
 */
export function convolveImage(
  image: Float64Array,
  width: number,
  height: number,
  by: Complex | SpectrumColumns,
  conjugate: boolean,
): void {
  if (height > 1) {
    planForKey(keyOf(width, height)).convolve(image, by, conjugate ? -1 : 1)
    return
  }
  const convolver = createConvolver(width, height, typeof by === 'function' ? rowOf(by, width) : by)
  convolver.enter(0, image, 0)
  convolver.convolve(conjugate)
  convolver.leave(0, image, 0)
}

function rowOf(columns: SpectrumColumns, width: number): Complex {
  const half = (width >> 1) + 1
  const row = createPlanes(half)
  columns(0, half, row)
  return row
}

/** Numbers of a kernel that a plan keeps at most: 16 MB of them. */
const mostKept = 2 ** 20

function partOf({ re, im }: Complex, at: number, count: number): Complex {
  return { re: re.subarray(at, at + count), im: im.subarray(at, at + count) }
}

interface RealImagePlan extends RealPlan {
  convolve(image: Float64Array, by: Complex | SpectrumColumns, sign: 1 | -1): void
}

const planForKey = /* @__PURE__ */ remember((key): RealImagePlan => {
  const { width, height } = sidesOf(key)
  const half = (width >> 1) + 1
  const ofRows = planFor(width)
  const ofColumns = planFor(height)
  // Row y as the real part and row y + 1 as the imaginary part; and that exchanged, for the inverse.
  const rows: Layout = { stride: 1, step: 0, shift: width }
  const rowsExchanged: Layout = { stride: 1, step: 0, shift: -width }
  const columns: Layout = { stride: half, step: 1, shift: 0 }
  const z = createPlanes(width)
  const pair = createPlanes(2 * half)
  const spectrum = createPlanes(half * height)
  const share = shareOf(half, atOnceOf(height))
  // A kernel that is made as it is needed is kept, for the next channel, while that takes little memory.
  const keeps = half * height <= mostKept
  let kernel: Complex | undefined
  let kernelOf: SpectrumColumns | undefined
  const { transformRows } = ofRows
  const transformImage = imageTransform(ofRows, ofColumns)

  function rowsForward(image: Float64Array, { re, im }: Complex): void {
    for (let y = 0; y < height; y += 2) {
      // Of an odd number of rows, the last but one is transformed twice.
      const top = Math.min(y, height - 2)
      if (transformRows) {
        transformRows(image, top * width, rows, pair.re, pair.im, 0)
      } else {
        ofRows.transform(image, image, top * width, rows, z.re, z.im, 0, planar, 1, 1)
        separate(z, width, pair.re, pair.im, half)
      }
      // The spectra take shape in the cache: memory fills faster in one piece than from many sides at once.
      re.set(pair.re, top * half)
      im.set(pair.im, top * half)
    }
  }

  function rowsInverse(image: Float64Array, divisor: number): void {
    const { re, im } = spectrum
    for (let y = 0; y < height; y += 2) {
      const top = Math.min(y, height - 2)
      combine(re, im, top * half, half, z, width, 0, half)
      const at = (top + 1) * width
      ofRows.transform(z.im, z.re, 0, planar, image, image, at, rowsExchanged, 1, divisor)
    }
  }

  return {
    doubles: 2 * ((half + (keeps ? half : share)) * height + 2 * half + width),

    forward(image, to) {
      if (transformImage) {
        transformImage(image, to.re, to.im)
        return
      }
      rowsForward(image, to)
      ofColumns.transform(to.re, to.im, 0, columns, to.re, to.im, 0, columns, half, 2)
    },

    inverse(from, image) {
      const { re, im } = spectrum
      ofColumns.transform(from.im, from.re, 0, columns, im, re, 0, columns, half, 1)
      rowsInverse(image, width * height)
    },

    convolve(image, by, sign) {
      const divisor = 2 * width * height
      rowsForward(image, spectrum)
      if (typeof by === 'function') {
        kernel ??= createPlanes((keeps ? half : share) * height)
        for (let x = 0; x < half; x += share) {
          const count = Math.min(share, half - x)
          const at = keeps ? x * height : 0
          if (!keeps || by !== kernelOf) by(x, count, partOf(kernel, at, count * height))
          convolveColumns(ofColumns, spectrum, x, columns, count, kernel, at, count, sign, divisor)
        }
        kernelOf = by
      } else {
        convolveColumns(ofColumns, spectrum, 0, columns, half, by, 0, half, sign, divisor)
      }
      rowsInverse(image, 1)
    },
  }
})
