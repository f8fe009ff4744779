import { knownRanges } from '../known-ranges'
import type { Patch } from '../patch'

/** A patch in units in which this method's constants hold, and the way back. */
export interface InGreyLevels {
  readonly patch: Patch
  /** The least and the greatest known sample of each channel: nothing is predicted beyond them. */
  readonly limits: Float64Array
  /** Writes what the missing pixels are now into the patch that was given. */
  readonly restore: () => void
}

/**
 * 8-bit samples are grey levels already. Of other types each channel is shifted to begin at 0, and
 * all are scaled so that the widest ends at 255: so scaling or shifting an image scales or shifts
 * the result, and no sample is too large or too small to be squared.
 */
export function inGreyLevels(given: Patch, state: Int8Array): InGreyLevels {
  const { channels, size, samples, missing, type } = given
  const limits = Float64Array.from(knownRanges(given, state).flat())
  if (type === 'uint8') return { patch: given, limits, restore: () => {} }

  let range = 0
  for (let c = 0; c < channels; c++) range = Math.max(range, limits[2 * c + 1] - limits[2 * c])
  // Where all is equal any unit will do but 0.
  const unit = range / 255 || 1
  const scaled = new Float64Array(samples.length)
  for (let c = 0; c < channels; c++) {
    for (let i = c * size; i < (c + 1) * size; i++) scaled[i] = (samples[i] - limits[2 * c]) / unit
  }
  return {
    patch: { ...given, samples: scaled },
    limits: limits.map((limit, k) => (limit - limits[k & -2]) / unit),
    restore() {
      for (let c = 0; c < channels; c++) {
        const least = limits[2 * c]
        for (let m = 0; m < missing.length; m++) {
          const i = c * size + missing[m]
          // Rounding must not lead out of the range.
          samples[i] = Math.min(Math.max(scaled[i] * unit + least, least), limits[2 * c + 1])
        }
      }
    },
  }
}
