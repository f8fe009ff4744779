import { UNKNOWN } from '../fast-marching/pixel-state'
import type { Workspace } from '../fast-marching/workspace'

/**
 * How much each known pixel q around a missing pixel p counts: Telea's directional, distance and
 * level factors (2004, eq. 3 to 5), from geometry alone. All channels share them.
 */
export interface Weights {
  /** Lays out the disc, and returns its number of entries. */
  readonly begin: (radius: number, channels: number) => number
  /** The components of ∇T at p, from the sides whose distance is known. */
  readonly slopeX: (p: number) => number
  readonly slopeY: (p: number) => number
  /**
   * The weight of entry k of the disc, in double precision, is
   *
   *     |near · ∇T| / (1 + |T(q) - T(p)|),
   *
   * but where the product is not above `rightAngle`, `least` stands for it. A function for this would
   * not be inlined always, and cost three times as much then.
   */
  readonly nearX: Float64Array
  readonly nearY: Float64Array
  readonly rightAngle: Float64Array
  readonly least: Float64Array
  /** 1 / |r|³, for OpenCV's way to the same weight. */
  readonly distance: Float32Array
  /** `least` over `distance` (OpenCV's figure). */
  readonly leastDirection: number
}

export function createWeights({ state, up, down, T, neighbours }: Workspace): Weights {
  const { dx, dy } = neighbours
  /** What a pixel at right angles to the front's direction counts for (OpenCV's figure). */
  const leastDirection = Math.fround(1e-6)
  /** The distance factor 1 / |r|² of eq. 4, times the 1 / |r| of eq. 3. */
  const distance = new Float32Array(dx.length)
  // The factors of direction and distance at once: that saves a multiplication a neighbour.
  const nearX = new Float64Array(dx.length)
  const nearY = new Float64Array(dx.length)
  // A direction of 0.01 or less counts as at right angles to ∇T.
  const rightAngle = new Float64Array(dx.length)
  const least = new Float64Array(dx.length)

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
      rightAngle[k] = 0.01 * distance[k]
      least[k] = leastDirection * distance[k]
    }
    return size
  }

  function slopeX(p: number): number {
    return slope(p, p - 1, p + 1)
  }

  function slopeY(p: number): number {
    return slope(p, up[p], down[p])
  }

  function slope(p: number, before: number, after: number): number {
    if (state[after] & UNKNOWN) return state[before] & UNKNOWN ? 0 : Math.fround(T[p] - T[before])
    if (state[before] & UNKNOWN) return Math.fround(T[after] - T[p])
    return Math.fround(Math.fround(T[after] - T[before]) / 2)
  }

  return { begin, slopeX, slopeY, nearX, nearY, rightAngle, least, distance, leastDirection }
}
