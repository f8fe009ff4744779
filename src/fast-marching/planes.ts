import type { Patch } from '../patch'
import { KNOWN } from './pixel-state'

/** What a kernel has to know of a patch. */
export type PatchSamples = Pick<Patch, 'size' | 'channels' | 'samples'>

/** Copies a patch's samples into a kernel's planes; the missing ones come along and mean nothing. */
export function loadSamples({ samples }: PatchSamples, I: Int16Array | Float64Array): void {
  for (let i = 0; i < samples.length; i++) I[i] = samples[i]
}

/** Copies what a kernel filled back into the patch. */
export function storeSamples(
  { size, missing, samples }: Patch,
  I: Int16Array | Float64Array,
): void {
  for (let c = 0; c < samples.length; c += size) {
    for (let n = 0; n < missing.length; n++) samples[c + missing[n]] = I[c + missing[n]]
  }
}

/** Calls `visit` with every known pixel. */
export function visitKnown(
  { size }: PatchSamples,
  state: Int8Array,
  visit: (pixel: number) => void,
): void {
  for (let i = 1; i < size; i++) if (state[i] & KNOWN) visit(i)
}
