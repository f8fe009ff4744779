import { KNOWN, type Lattice } from '../elliptic/lattice'

export type Range = readonly [low: number, high: number]

/** The least and the greatest known sample of each plane. */
export function rangesOf(planes: readonly Float64Array[], { kind }: Lattice): Range[] {
  return planes.map((plane) => {
    let low = Infinity
    let high = -Infinity
    for (let i = 0; i < kind.length; i++) {
      if (kind[i] !== KNOWN) continue
      if (plane[i] < low) low = plane[i]
      if (plane[i] > high) high = plane[i]
    }
    return [low, high]
  })
}

export function clampTo([low, high]: Range, plane: Float64Array, missing: Int32Array): void {
  for (const i of missing) {
    plane[i] = Math.min(Math.max(plane[i], low), high)
  }
}
