import { UNKNOWN } from '../fast-marching/pixel-state'
import type { Workspace } from '../fast-marching/workspace'

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
   * 1 / |r|³ of entry k of the disc, in single precision as OpenCV has it: the distance factor 1 / |r|² of eq. 4, times
   * the 1 / |r| of eq. 3. With the vector r = (dx, dy) to q, the weight in double precision is
   *
   *     distance |r · ∇T| / (1 + |T(q) - T(p)|),
   *
   * where `leastDirection` stands for a product of `mostAtRightAngle` or less. A function for this would not be
   * inlined always, and cost three times as much then.
   *
   * The loops may do nothing for such a product but replace it by a number, and ∇T is found before they start: in them,
   * what is rare may not do what is else not done. V8 drops compiled code at the first case it had not seen, and may
   * then enter the loop through its stack replacement ever after, at 7 microseconds a pixel.
   */
  readonly distance: Float64Array
}

export function createWeights({ state, up, down, T, neighbours }: Workspace): Weights {
  const { dx, dy } = neighbours
  const front = new Float32Array(3)
  const distance = new Float64Array(dx.length)

  function begin(radius: number, channels: number): number {
    const size = neighbours.begin(radius)
    for (let k = 0; k < size; k++) {
      const length2 = dx[k] * dx[k] + dy[k] * dy[k]
      // OpenCV rounds once more often for grey images than for colour.
      const length3 =
        channels === 3
          ? length2 * Math.sqrt(length2)
          : Math.fround(length2 * Math.fround(Math.sqrt(length2)))
      distance[k] = Math.fround(1 / length3)
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

  return { begin, front, lookFrom, distance }
}
