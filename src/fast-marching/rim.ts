import type { Hole } from '../hole'

/**
 * The pixels OpenCV takes for the neighbours of a pixel on the image's edge when it measures a
 * gradient there: those of the next row or column inward. Elsewhere they are the true neighbours.
 */
export interface RimSamples {
  left: number
  right: number
  up: number
  down: number
  /** The pixel itself, moved inward from row 0 and column 0 ... */
  centre: number
  /** ... and moved inward horizontally from the last column, or vertically from the last row, as well. */
  centreX: number
  centreY: number
}

/** Writes to `out` where the gradient of pixel `i` is sampled; an image one pixel wide or high has none across. */
export function rimSamples(
  { width, left, right, top, bottom }: Hole,
  i: number,
  out: RimSamples,
): void {
  const y = Math.floor(i / width)
  const x = i - y * width
  const wide = right - left > 1
  const tall = bottom - top > 1
  const xm = wide && x === left ? x + 1 : x
  const xp = wide && x === right - 1 ? x - 1 : x
  const ym = tall && y === top ? y + 1 : y
  const yp = tall && y === bottom - 1 ? y - 1 : y
  out.centre = ym * width + xm
  out.centreX = ym * width + xp
  out.centreY = yp * width + xm
  out.left = wide ? out.centre - 1 : out.centre
  out.right = wide ? out.centreX + 1 : out.centre
  out.up = tall ? out.centre - width : out.centre
  out.down = tall ? out.centreY + width : out.centre
}
