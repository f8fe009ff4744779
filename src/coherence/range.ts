import { KNOWN } from '../fast-marching/pixel-state'
import type { Workspace } from '../fast-marching/workspace'
import type { Patch } from '../patch'

/** What the known samples of a patch lie between. */
export interface Bounds {
  /** By channel. */
  readonly least: readonly number[]
  readonly most: readonly number[]
  /** The widest range of a channel. */
  readonly range: number
}

/**
 * Copies the known samples of a patch into the workspace, as heights above the least of their
 * channel: so an offset of all samples costs no digits, and what is constant is 0. Everything else
 * is 0 too.
 */
export function loadAboveLeast(
  { channels, size, samples }: Patch,
  { state, I64: I }: Workspace,
): Bounds {
  const least: number[] = []
  const most: number[] = []
  let range = 0
  for (let c = 0; c < channels; c++) {
    const plane = c * size
    let low = Infinity
    let high = -Infinity
    for (let i = 1; i < size; i++) {
      if ((state[i] & KNOWN) === 0) continue
      low = Math.min(low, samples[plane + i])
      high = Math.max(high, samples[plane + i])
    }
    for (let i = 0; i < size; i++) {
      I[plane + i] = state[i] & KNOWN ? samples[plane + i] - low : 0
    }
    least.push(low)
    most.push(high)
    range = Math.max(range, high - low)
  }
  return { least, most, range }
}

/** Copies the filled samples back. Rounding must not carry them past the known ones. */
export function storeAboveLeast(
  { channels, size, samples, missing }: Patch,
  { I64: I }: Workspace,
  { least, most }: Bounds,
): void {
  for (let c = 0; c < channels; c++) {
    for (let n = 0; n < missing.length; n++) {
      const i = c * size + missing[n]
      samples[i] = Math.min(Math.max(I[i] + least[c], least[c]), most[c])
    }
  }
}
