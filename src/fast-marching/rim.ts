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

/** Room for what `rimSamples` writes. */
export function createRimSamples(): RimSamples {
  return { left: 0, right: 0, up: 0, down: 0, centre: 0, centreX: 0, centreY: 0 }
}

/** Writes to `out` where the gradient of pixel `i` is sampled; an image one pixel wide or high has none across. */
export function rimSamples(
  { width, left, right, top, bottom }: Hole,
  i: number,
  out: RimSamples,
): void {
  const y = Math.floor(i / width)
  const x = i - y * width
  const xm = Math.min(Math.max(x, left + 1), right - 1)
  const ym = Math.min(Math.max(y, top + 1), bottom - 1)
  const xp = Math.max(Math.min(x, right - 2), left)
  const yp = Math.max(Math.min(y, bottom - 2), top)
  out.centre = ym * width + xm
  out.centreX = ym * width + xp
  out.centreY = yp * width + xm
  out.left = ym * width + Math.max(xm - 1, left)
  out.right = ym * width + Math.min(xp + 1, right - 1)
  out.up = Math.max(ym - 1, top) * width + xm
  out.down = Math.min(yp + 1, bottom - 1) * width + xm
}
