import { locatePixels } from './locate-pixels'
import type { Patch } from './patch'

/** In columns and rows of the image, the last ones included. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The box around some pixels of a patch, in ascending order. */
export function boxOf(runs: Patch['runs'], pixels: Int32Array): Box {
  let left = Infinity
  let right = 0
  let top = Infinity
  let bottom = 0
  locatePixels(runs, pixels, (_, x, y) => {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = y
  })
  return { left, top, right, bottom }
}
