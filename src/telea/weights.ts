import { UNKNOWN } from '../fast-marching/pixel-state'
import type { Workspace } from '../fast-marching/workspace'

/**
 * How much each known pixel q around a missing pixel p counts: Telea's directional, distance and
 * level factors (2004, eq. 3 to 5), from geometry alone. All channels share them.
 */
export interface Weights {
  readonly begin: (radius: number, channels: number) => void
  /** The components of ∇T at p, from the sides whose distance is known. */
  readonly slopeX: (p: number) => number
  readonly slopeY: (p: number) => number
  /** The weight of entry k of the disc, at the difference in distance `level`, in double precision. */
  readonly weight: (k: number, level: number, slopeX: number, slopeY: number) => number
  /** The same with every step rounded to single precision, as OpenCV computes it. */
  readonly roundedWeight: (k: number, level: number, slopeX: number, slopeY: number) => number
}

export function createWeights({ state, up, down, T, neighbours }: Workspace): Weights {
  const { dx, dy } = neighbours
  /** What a pixel at right angles to the front's direction counts for (OpenCV's figure). */
  const leastDirection = Math.fround(1e-6)
  /** The distance factor 1 / |r|² of eq. 4, times the 1 / |r| of eq. 3. */
  const distance = new Float32Array(dx.length)
  /** The vector to q, of length `distance` times |r|. */
  const nearX = new Float64Array(dx.length)
  const nearY = new Float64Array(dx.length)
  /** A direction of 0.01 or less, times `distance`, counts as at right angles to ∇T. */
  const rightAngle = new Float64Array(dx.length)

  function begin(radius: number, channels: number): void {
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
    }
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

  function weight(k: number, level: number, x: number, y: number): number {
    // The two factors of direction and distance at once: that saves a multiplication a neighbour.
    let product = Math.abs(nearX[k] * x + nearY[k] * y)
    if (product <= rightAngle[k]) product = distance[k] * leastDirection
    return product / (1 + Math.abs(level))
  }

  function roundedWeight(k: number, level: number, x: number, y: number): number {
    const levelFactor = Math.fround(1 / Math.fround(1 + Math.abs(Math.fround(level))))
    let direction = Math.fround(Math.fround(dx[k] * x) + Math.fround(dy[k] * y))
    if (Math.abs(direction) <= 0.01) direction = leastDirection
    return Math.abs(Math.fround(Math.fround(distance[k] * levelFactor) * direction))
  }

  return { begin, slopeX, slopeY, weight, roundedWeight }
}
