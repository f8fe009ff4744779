import { type Lattice, NO_PIXEL } from '../elliptic/lattice'

/** The numbers that are pixels, or only those that are missing or touch a missing one. */
export function pixelsOf({ kind, up, down }: Lattice, missing?: Int32Array): Int32Array {
  const chosen = new Int8Array(kind.length + 1)
  if (!missing) chosen.fill(1)
  else {
    for (const i of missing) {
      chosen.fill(1, i - 1, i + 2)
      if (up[i] !== 0) chosen.fill(1, up[i] - 1, up[i] + 2)
      if (down[i] !== 0) chosen.fill(1, down[i] - 1, down[i] + 2)
    }
  }
  const pixels = new Int32Array(kind.length)
  let count = 0
  for (let i = 0; i < kind.length; i++) {
    if (chosen[i] === 1 && kind[i] !== NO_PIXEL) pixels[count++] = i
  }
  return pixels.subarray(0, count)
}
