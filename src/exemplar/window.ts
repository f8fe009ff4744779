import type { Patch } from '../patch'

/** The picture around all holes: a rectangle of it. */
export interface Window {
  /** Where it lies in the picture. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** The patch's number of pixel (x, y) of the window is `first + y * stride + x`. */
  readonly first: number
  readonly stride: number
}

/** Where the pixels of a patch that is a rectangle lie. */
export function windowOf({ runs }: Patch): Window {
  return {
    left: runs[1],
    top: runs[0],
    width: runs[2] - runs[1],
    height: runs.length / 4,
    first: runs[1] + runs[3],
    stride: runs.length > 4 ? runs[7] - runs[3] : 0,
  }
}

/** The pixel of the window with a number of the patch. */
export function pixelOf({ first, stride, width }: Window, number: number): number {
  const row = stride > 0 ? Math.floor((number - first) / stride) : 0
  return row * width + number - first - row * stride
}
