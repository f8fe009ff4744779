import { KNOWN } from '../fast-marching/pixel-state'
import type { Workspace } from '../fast-marching/workspace'
import { keepWithin, type Range } from '../known-ranges'
import type { Patch } from '../patch'

/**
 * Copies the known samples of a patch into the workspace, as heights above the least of their
 * channel: so an offset of all samples costs no digits, and what is constant is 0. Everything else
 * is 0 too.
 */
export function loadAboveLeast(
  { size, samples }: Patch,
  ranges: readonly Range[],
  { state, I64: I }: Workspace,
): void {
  ranges.forEach(([least], c) => {
    for (let i = 0; i < size; i++) {
      I[c * size + i] = state[i] & KNOWN ? samples[c * size + i] - least : 0
    }
  })
}

/** Copies the filled samples back. Rounding must not carry them past the known ones. */
export function storeAboveLeast(
  patch: Patch,
  ranges: readonly Range[],
  { I64: I }: Workspace,
): void {
  const { size, samples, missing } = patch
  ranges.forEach(([least], c) => {
    for (const i of missing) samples[c * size + i] = I[c * size + i] + least
  })
  keepWithin(ranges, patch)
}
