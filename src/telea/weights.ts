import { UNKNOWN } from '../fast-marching/pixel-state'
import type { Workspace } from '../fast-marching/workspace'

/**
 * How much each known pixel q around a missing pixel p counts: Telea's directional, distance and
 * level factors (2004, eq. 3 to 5), from geometry alone. All channels share them.
 */
export interface Weights {
  readonly begin: (radius: number, width: number, channels: number) => void
  /** Weighs the known pixels around `p` in double precision; returns their number. */
  readonly weigh: (p: number) => number
  /** Weighs the same pixels again, rounded to single precision as OpenCV does, into `rounded`. */
  readonly weighRounded: (p: number, n: number) => void
  /** Indices of the weighed pixels, their weights w, and w times the vector r = p - q. */
  readonly pixel: Int32Array
  readonly w: Float64Array
  readonly wrx: Float64Array
  readonly wry: Float64Array
  readonly rounded: Float32Array
  /** Its one entry: the sum of `w`. */
  readonly sum: Float64Array
}

const { abs, fround, sqrt } = Math

/** What a pixel at right angles to the front's direction counts for (OpenCV's figure). */
const tinyDirection = fround(1e-6)

export function createWeights({ state, T, neighbours }: Workspace): Weights {
  const { list, offset, dx, dy, gather } = neighbours
  const pixel = new Int32Array(list.length)
  const w = new Float64Array(list.length)
  const wrx = new Float64Array(list.length)
  const wry = new Float64Array(list.length)
  const rounded = new Float32Array(list.length)
  /** The geometric distance factor 1 / |r|² of eq. 4, times the 1 / |r| of eq. 3. */
  const distance = new Float32Array(list.length)
  // A number in a closure's variable would be a fresh object for every pixel.
  const sum = new Float64Array(1)
  let width = 0

  function begin(radius: number, rowWidth: number, channels: number): void {
    width = rowWidth
    neighbours.begin(radius, rowWidth)
    for (let k = 0, size = neighbours.size(); k < size; k++) {
      const length2 = dx[k] * dx[k] + dy[k] * dy[k]
      // OpenCV rounds once more often for grey images than for colour.
      const length3 =
        channels === 3 ? length2 * sqrt(length2) : fround(length2 * fround(sqrt(length2)))
      distance[k] = 1 / length3
    }
  }

  function weigh(p: number): number {
    const Tp = T[p]
    const gradTx = slope(Tp, p - 1, p + 1)
    const gradTy = slope(Tp, p - width, p + width)
    const n = gather(p)
    let s = 0
    for (let i = 0; i < n; i++) {
      const k = list[i]
      const q = p + offset[k]
      const rx = -dx[k]
      const ry = -dy[k]
      let direction = abs(rx * gradTx + ry * gradTy)
      if (direction <= 0.01) direction = tinyDirection
      const weight = (distance[k] * direction) / (1 + abs(T[q] - Tp))
      pixel[i] = q
      w[i] = weight
      wrx[i] = weight * rx
      wry[i] = weight * ry
      s += weight
    }
    sum[0] = s
    return n
  }

  function weighRounded(p: number, n: number): void {
    const Tp = T[p]
    const gradTx = slope(Tp, p - 1, p + 1)
    const gradTy = slope(Tp, p - width, p + width)
    for (let i = 0; i < n; i++) {
      const k = list[i]
      const level = fround(1 / fround(1 + abs(fround(T[pixel[i]] - Tp))))
      let direction = fround(fround(-dx[k] * gradTx) + fround(-dy[k] * gradTy))
      if (abs(direction) <= 0.01) direction = tinyDirection
      rounded[i] = abs(fround(fround(distance[k] * level) * direction))
    }
  }

  /** One component of the gradient of T at p, from the sides whose distance is known. */
  function slope(Tp: number, before: number, after: number): number {
    if (state[after] & UNKNOWN) return state[before] & UNKNOWN ? 0 : fround(Tp - T[before])
    if (state[before] & UNKNOWN) return fround(T[after] - Tp)
    return fround(fround(T[after] - T[before]) / 2)
  }

  return { begin, weigh, weighRounded, pixel, w, wrx, wry, rounded, sum }
}
