import { checkNumber, classOf, describe } from '../../image/check'
import type { Image, Samples } from '../../image/image'
import { type Layout, layoutOf } from '../../image/layout'
import { checkSamples } from '../../image/picture'
import { normalise, type Psf } from './psf'

/** Weights as the caller has them: a PSF, any kind of image, or rows of numbers. */
export type PsfSource = Psf | Image | readonly (readonly number[])[]

/** How weights are to be taken as a PSF. */
export interface PsfOptions {
  /**
   * The pixel that stays in place, `[x, y]` in whole pixels from the top left one. Default: that of
   * the PSF that came, or else the middle, which of an even number of pixels is the one after it:
   * `[floor(width / 2), floor(height / 2)]`, where `fftshift` and scikit-image's `wiener` have it.
   */
  readonly origin?: readonly [x: number, y: number]
}

/**
 * A PSF from weights of any scale: an image of it, or rows of numbers.
 *
 * @param source Weights, none negative: a picture of the PSF, say of a star or a kernel another
 * program has estimated; an `ndarray`; or an array of rows. Of colours the mean is taken, and alpha
 * is not looked at. They are divided by their sum.
 * @param options `origin`: which pixel stays in place, default the middle.
 * @returns A PSF of the same size.
 * @throws {TypeError} `source` is none of these, or `origin` no pair of numbers.
 * @throws {RangeError} Sizes do not fit, a weight is negative, infinite or `NaN`, all of them are
 * zero, or `origin` is not in it.
 * @example
 * ```ts
 * import { psf } from 'isophote/deconvolution'
 *
 * const twoSteps = psf.from([[0, 1, 1]], { origin: [1, 0] })
 * console.log(twoSteps.data) // Float64Array(3) [ 0, 0.5, 0.5 ]
 * ```
 */
export function from(source: PsfSource, options: PsfOptions = {}): Psf {
  if (classOf(options) !== 'Object') {
    throw new TypeError(`options: expected an object, got ${describe(options)}`)
  }
  const unknown = Object.keys(options).find((name) => name !== 'origin')
  if (unknown !== undefined) {
    throw new TypeError(`options: expected only origin, got ${describe(unknown)}`)
  }
  const layout = Array.isArray(source) ? rowsLayout(source) : layoutOf('psf', source, checkSamples)
  if (!layout) {
    throw new TypeError(
      `psf: expected a PSF, an image, an ndarray or rows of numbers, got ${describe(source)}`,
    )
  }
  const { width, height } = layout
  const data = weightsOf(layout)
  const { origin = (source as Partial<Psf>).origin } = options
  if (origin !== undefined) checkOrigin(origin, width, height)
  const [x, y] = origin ?? [Math.floor(width / 2), Math.floor(height / 2)]
  return { data: normalise(data), width, height, origin: [x, y] }
}

function rowsLayout(rows: readonly unknown[]): Layout<Float64Array> {
  const [first] = rows
  if (!Array.isArray(first)) {
    throw new TypeError(`psf: expected rows of numbers, got an Array of ${describe(first)}`)
  }
  const width = first.length
  const height = rows.length
  const data = new Float64Array(width * height)
  rows.forEach((row, y) => {
    if (!Array.isArray(row) || row.length !== width) {
      const got = Array.isArray(row) ? `${row.length}` : describe(row)
      throw new RangeError(`psf: expected ${width} numbers in every row, got ${got} in row ${y}`)
    }
    row.forEach((weight, x) => {
      if (typeof weight !== 'number') {
        throw new TypeError(`psf: expected rows of numbers, got ${describe(weight)} in row ${y}`)
      }
      data[y * width + x] = weight
    })
  })
  return layoutOf('psf', { data, width, height }, checkSamples) as Layout<Float64Array>
}

/** One weight per pixel, checked. */
function weightsOf(layout: Layout<Samples>): Float64Array {
  const { data, width, height, channels, offset, rowStep, pixelStep, channelStep } = layout
  if (channels > 4) throw new RangeError(`psf: expected 1 to 4 channels, got ${channels}`)
  const colours = channels < 3 ? 1 : 3
  const weights = new Float64Array(width * height)
  let sum = 0
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const at = offset + y * rowStep + x * pixelStep
      for (let c = 0; c < colours; c++) weights[i] += data[at + c * channelStep]
      // Written so that NaN fails.
      if (!(weights[i] >= 0 && weights[i] < Infinity)) {
        throw new RangeError(
          `psf: expected weights from 0, and finite, got ${weights[i]} at x ${x}, y ${y}`,
        )
      }
      sum += weights[i]
    }
  }
  if (!(sum > 0)) throw new RangeError('psf: expected a weight above 0, got none')
  return weights
}

function checkOrigin(
  origin: unknown,
  width: number,
  height: number,
): asserts origin is readonly [number, number] {
  if (!Array.isArray(origin) || origin.length !== 2) {
    throw new TypeError(`origin: expected [x, y], got ${describe(origin)}`)
  }
  checkNumber('origin[0]', origin[0], 0, width - 1, 'whole number')
  checkNumber('origin[1]', origin[1], 0, height - 1, 'whole number')
}
