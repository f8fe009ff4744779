import type { Lattice } from '../elliptic/lattice'
import { NO_PIXEL } from '../elliptic/pixel-kind'
import type { Sides } from './sides'

/** The numbers that are pixels, or only those that are missing or touch a missing one. */
export function pixelsOf(
  { kind }: Lattice,
  { above, below }: Sides,
  missing?: Int32Array,
): Int32Array {
  const chosen = new Int8Array(kind.length).fill(missing ? 0 : 1)
  for (const i of missing ?? []) {
    for (const middle of [i, above[i], below[i]]) chosen.fill(1, middle - 1, middle + 2)
  }
  const pixels = new Int32Array(kind.length)
  let count = 0
  for (let i = 0; i < kind.length; i++) {
    if (chosen[i] === 1 && kind[i] !== NO_PIXEL) pixels[count++] = i
  }
  return pixels.subarray(0, count)
}
