import type { Hole } from '../hole'
import { KNOWN } from './pixel-state'

/** Copies a hole's samples into a kernel's planes; the missing ones come along and mean nothing. */
export function loadSamples(
  { width, height, near, samples }: Hole,
  I: Int16Array | Float64Array,
): void {
  for (let c = 0; c < samples.length; c += width * height) {
    for (let r = 0; r < near.length; r += 2) {
      for (let i = c + near[r], end = c + near[r + 1]; i < end; i++) I[i] = samples[i]
    }
  }
}

/** Copies what a kernel filled back into the hole. */
export function storeSamples(
  { width, height, missing, samples }: Hole,
  I: Int16Array | Float64Array,
): void {
  for (let c = 0; c < samples.length; c += width * height) {
    for (let n = 0; n < missing.length; n++) samples[c + missing[n]] = I[c + missing[n]]
  }
}

/** Calls `visit` with every known pixel within reach. */
export function visitKnown({ near }: Hole, state: Int8Array, visit: (pixel: number) => void): void {
  for (let r = 0; r < near.length; r += 2) {
    for (let i = near[r]; i < near[r + 1]; i++) if (state[i] & KNOWN) visit(i)
  }
}
