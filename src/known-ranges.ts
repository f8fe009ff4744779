import type { Patch } from './patch'

/** What samples lie between. */
export type Range = readonly [least: number, most: number]

/**
 * What the known samples of a patch lie between, by channel.
 *
 * @param kind 1 for each known pixel, in its lowest bit; 0 there for all other numbers.
 */
export function knownRanges({ channels, size, samples }: Patch, kind: Int8Array): Range[] {
  return Array.from({ length: channels }, (_, c) => {
    let least = Infinity
    let most = -Infinity
    for (let i = 0; i < size; i++) {
      if ((kind[i] & 1) === 0) continue
      const sample = samples[c * size + i]
      if (sample < least) least = sample
      if (sample > most) most = sample
    }
    return [least, most]
  })
}

/** The widest of them. */
export function widest(ranges: readonly Range[]): number {
  return ranges.reduce((width, [least, most]) => Math.max(width, most - least), 0)
}

/** Moves the missing samples of a patch into the ranges. */
export function keepWithin(ranges: readonly Range[], { size, samples, missing }: Patch): void {
  ranges.forEach(([least, most], c) => {
    for (const i of missing) {
      samples[c * size + i] = Math.min(Math.max(samples[c * size + i], least), most)
    }
  })
}
