import type { Layout } from './lay-out'
import { BOTTOM, LEFT, RIGHT, TOP } from './pixel-state'

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
export function rimSamples({ state, up, down }: Layout, i: number, out: RimSamples): void {
  const sides = state[i]
  const narrow = (sides & (LEFT | RIGHT)) === (LEFT | RIGHT)
  const low = (sides & (TOP | BOTTOM)) === (TOP | BOTTOM)
  const column = sides & LEFT && !narrow ? 1 : 0
  const row = sides & TOP && !low ? down[i] : i
  out.centre = row + column
  out.centreX = sides & RIGHT && !narrow ? row - 1 : row
  out.centreY = (sides & BOTTOM && !low ? up[i] : i) + column
  out.left = narrow ? row : out.centre - 1
  out.right = narrow ? row : out.centreX + 1
  out.up = low ? out.centre : up[out.centre]
  out.down = low ? out.centre : down[out.centreY]
}
