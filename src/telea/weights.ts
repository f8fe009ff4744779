import { UNKNOWN } from '../fast-marching/pixel-state'
import type { Workspace } from '../fast-marching/workspace'
import { mostAtRightAngle } from './right-angle'

/**
 * How much each known pixel q around a missing pixel p counts: Telea's directional, distance and
 * level factors (2004, eq. 3 to 5), from geometry alone. All channels share them.
 */
export interface Weights {
  /** Lays out the disc, and returns its number of entries. */
  readonly begin: (radius: number, channels: number) => number
  /** Leaves in `front` what the weights around `p` depend on: T(p), and the components of ∇T at p. */
  readonly lookFrom: (p: number) => void
  readonly front: Float32Array
  /**
   * The weight of entry k of the disc, in double precision, is
   *
   *     |near · ∇T| / (1 + |T(q) - T(p)|),
   *
   * but where the product is not above `rightAngle`, `leastShare` times that stands for it. A function for this would
   * not be inlined always, and cost three times as much then.
   *
   * The loops multiply by `leastShare` whether they need it or not, and find ∇T before they start: in them, what is rare
   * may not do what is else not done. V8 drops compiled code at the first case it had not seen, and may then
   * enter the loop through its stack replacement ever after, at 7 microseconds a pixel.
   */
  readonly nearX: Float64Array
  readonly nearY: Float64Array
  readonly rightAngle: Float64Array
  /** 1 / |r|³, for OpenCV's way to the same weight. */
  readonly distance: Float32Array
}

export function createWeights({ state, up, down, T, neighbours }: Workspace): Weights {
  const { dx, dy } = neighbours
  const front = new Float32Array(3)
  /** The distance factor 1 / |r|² of eq. 4, times the 1 / |r| of eq. 3. */
  const distance = new Float32Array(dx.length)
  // The factors of direction and distance at once: that saves a multiplication a neighbour.
  const nearX = new Float64Array(dx.length)
  const nearY = new Float64Array(dx.length)
  const rightAngle = new Float64Array(dx.length)

  function begin(radius: number, channels: number): number {
    const size = neighbours.begin(radius)
    for (let k = 0; k < size; k++) {
      const length2 = dx[k] * dx[k] + dy[k] * dy[k]
      // OpenCV rounds once more often for grey images than for colour.
      const length3 =
        channels === 3
          ? length2 * Math.sqrt(length2)
          : Math.fround(length2 * Math.fround(Math.sqrt(length2)))
      distance[k] = 1 / length3
      nearX[k] = dx[k] * distance[k]
      nearY[k] = dy[k] * distance[k]
      rightAngle[k] = mostAtRightAngle * distance[k]
    }
    return size
  }

  function lookFrom(p: number): void {
    front[0] = T[p]
    lookAlong(1, p, p - 1, p + 1)
    lookAlong(2, p, up[p], down[p])
  }

  /** The slope of T, from the sides whose distance is known. */
  function lookAlong(axis: number, p: number, before: number, after: number): void {
    const isBefore = (state[before] & UNKNOWN) === 0
    front[axis] =
      state[after] & UNKNOWN
        ? isBefore
          ? T[p] - T[before]
          : 0
        : isBefore
          ? (T[after] - T[before]) / 2
          : T[after] - T[p]
  }

  return { begin, front, lookFrom, distance, nearX, nearY, rightAngle }
}
