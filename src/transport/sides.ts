import type { Lattice } from '../elliptic/lattice'
import { NO_PIXEL } from '../elliptic/pixel-kind'

/** The neighbours of each number of a patch; itself where there is none: at an edge the picture is taken to go on. */
export interface Sides {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly above: Int32Array
  readonly below: Int32Array
}

export function sidesOf({ kind, up, down, size }: Lattice): Sides {
  const left = new Int32Array(size)
  const right = new Int32Array(size)
  const above = new Int32Array(size)
  const below = new Int32Array(size)
  for (let i = 0; i < size; i++) {
    const isPixel = kind[i] !== NO_PIXEL
    left[i] = isPixel && kind[i - 1] !== NO_PIXEL ? i - 1 : i
    right[i] = isPixel && kind[i + 1] !== NO_PIXEL ? i + 1 : i
    above[i] = up[i] || i
    below[i] = down[i] || i
  }
  return { left, right, above, below }
}
