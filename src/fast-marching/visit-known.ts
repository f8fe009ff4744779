import type { AnyPatch } from '../patch'
import type { PixelLayout } from './lay-out'
import { KNOWN, RIM } from './pixel-state'

/** What a kernel has to know of a patch. */
export type PatchSamples = Pick<AnyPatch, 'size' | 'channels' | 'samples'>

/**
 * Calls `visit` with the known pixels a kernel may look at: all but the outermost of the patch, at
 * which nothing but their sample is read, for the gradients of others.
 */
export function visitKnown(
  { size }: PatchSamples,
  { state, up, down }: PixelLayout,
  visit: (pixel: number) => void,
): void {
  for (let i = 1; i < size; i++) {
    if ((state[i] & KNOWN) === 0) continue
    const isInside = state[i - 1] !== 0 && state[i + 1] !== 0 && up[i] !== 0 && down[i] !== 0
    if (isInside || state[i] & RIM) visit(i)
  }
}
