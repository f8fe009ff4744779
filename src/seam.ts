import { checkNumber } from './image/check'

/** Far more than any brush misses by, and little enough that growing takes no time worth a thought. */
const mostDilate = 1000

/** How a filled hole meets the known picture. */
export interface SeamOptions {
  /**
   * By how many whole pixels the missing ones are grown to every side before they are filled, 0 to
   * 1000: for masks drawn by hand, which are nearly always a little too small. Default 0; with
   * `feather`, that one rounded up.
   */
  readonly dilate?: number
  /**
   * Over how many pixels the filling fades into the known picture, 0 to `dilate`, default 0. The
   * outermost of the pixels that `dilate` added are mixed, step by step; what the mask itself marks
   * is all filling, and what lies outside the grown mask is not touched.
   */
  readonly feather?: number
}

/** The names in `SeamOptions`, for the check that no option is misspelt. */
export const seamOptionNames = ['dilate', 'feather'] as const

/** @throws {TypeError | RangeError} One of them is no number, or out of its range. */
export function readSeam(options: SeamOptions): Required<SeamOptions> {
  const { feather = 0, dilate = Math.ceil(feather) } = options
  if (options.dilate !== undefined) checkNumber('dilate', dilate, 0, mostDilate, 'whole number')
  checkNumber('feather', feather, 0, options.dilate ?? mostDilate)
  return { dilate, feather }
}
