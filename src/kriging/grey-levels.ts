import type { Patch } from '../patch'
import { KNOWN } from './levels'

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
  const limits = rangesOf(given, state)
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

function rangesOf({ channels, size, samples }: Patch, state: Int8Array): Float64Array {
  const limits = new Float64Array(2 * channels)
  for (let c = 0; c < channels; c++) {
    let least = Infinity
    let most = -Infinity
    for (let i = 0; i < size; i++) {
      if (state[i] !== KNOWN) continue
      least = Math.min(least, samples[c * size + i])
      most = Math.max(most, samples[c * size + i])
    }
    limits[2 * c] = least
    limits[2 * c + 1] = most
  }
  return limits
}
