import { type Patch, planesOf } from './patch'

/** What samples lie between. */
export type Range = readonly [least: number, most: number]

/**
 * What the known samples of a patch lie between, by channel.
 *
 * @param kind 1 for each known pixel, in its lowest bit; 0 there for all other numbers.
 */
export function knownRanges(patch: Patch, kind: Int8Array): Range[] {
  return planesOf(patch).map((plane) => {
    let least = Infinity
    let most = -Infinity
    for (let i = 0; i < plane.length; i++) {
      if ((kind[i] & 1) === 0) continue
      if (plane[i] < least) least = plane[i]
      if (plane[i] > most) most = plane[i]
    }
    return [least, most]
  })
}

/** The widest of them. */
export function widest(ranges: readonly Range[]): number {
  return ranges.reduce((width, [least, most]) => Math.max(width, most - least), 0)
}

/** Moves the missing samples of a patch into the ranges. */
export function keepWithin(ranges: readonly Range[], patch: Patch): void {
  planesOf(patch).forEach((plane, c) => {
    const [least, most] = ranges[c]
    for (const i of patch.missing) plane[i] = Math.min(Math.max(plane[i], least), most)
  })
}
