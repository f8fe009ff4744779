import { leastDirection } from '../fast-marching/least-direction'
import type { Neighbours } from '../fast-marching/neighbours'

/** What the place of a neighbour contributes to its weight; indexed like the disc of `Neighbours`. */
export interface IsophoteDisc {
  /** Lays out the disc, and returns its number of entries. */
  readonly begin: (radius: number) => number
  /** 1 / (|r|⁴ + 1). */
  readonly distance: Float32Array
  /** The vector r to the neighbour, of length `distance`; its x has the other sign, and so has that of isophotes. */
  readonly rx: Float64Array
  readonly ry: Float64Array
  /** The weight of a neighbour at right angles to its isophote, or without one. */
  readonly least: Float64Array
}

export function createIsophoteDisc(neighbours: Neighbours): IsophoteDisc {
  const { dx, dy } = neighbours
  const distance = new Float32Array(dx.length)
  const rx = new Float64Array(dx.length)
  const ry = new Float64Array(dx.length)
  const least = new Float64Array(dx.length)

  function begin(radius: number): number {
    const size = neighbours.begin(radius)
    for (let k = 0; k < size; k++) {
      const length2 = dx[k] * dx[k] + dy[k] * dy[k]
      distance[k] = 1 / (length2 * length2 + 1)
      rx[k] = (dx[k] * -distance[k]) / Math.sqrt(length2)
      ry[k] = (dy[k] * distance[k]) / Math.sqrt(length2)
      least[k] = distance[k] * Math.fround(leastDirection)
    }
    return size
  }

  return { begin, distance, rx, ry, least }
}
