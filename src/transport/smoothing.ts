import type { Lattice } from '../elliptic/lattice'
import type { Patch } from '../patch'
import { COMPONENTS } from './structure-tensor'

/**
 * Averages each pixel's tensor with those around it, `scale` pixels far (the standard deviation).
 *
 * Along rows and columns, twice each, with the weights a^|distance|: that comes near a Gaussian, and
 * costs the same however wide it is. At an edge the outermost tensor is taken to go on.
 */
export function createSmoothing(
  { runs }: Patch,
  { up, down, size }: Lattice,
  scale: number,
): (tensors: Float64Array, smoothed: Float64Array) => void {
  // Those weights have the variance 2 a / (1 - a)², which is to be half of scale².
  const b = 1 + 2 / (scale * scale)
  const a = b - Math.sqrt(b * b - 1)
  const total = 1 / (1 + a)
  // What comes from one side, the pixel included, and from the other.
  const before = new Float64Array(COMPONENTS * size)
  const after = new Float64Array(COMPONENTS * size)

  return (tensors, smoothed) => {
    sweep(tensors, smoothed, true)
    sweep(smoothed, smoothed, false)
    sweep(smoothed, smoothed, true)
    sweep(smoothed, smoothed, false)
  }

  function sweep(from: Float64Array, to: Float64Array, alongRows: boolean): void {
    for (let r = 0; r < runs.length; r += 4) {
      const first = runs[r + 3]
      const end = first + runs[r + 2] - runs[r + 1]
      for (let n = first; n < end; n++) {
        const one = COMPONENTS * (alongRows ? (n > first ? n - 1 : 0) : up[n])
        for (let i = COMPONENTS * n, j = one; i < COMPONENTS * (n + 1); i++, j++) {
          const tensor = from[i]
          before[i] = one === 0 ? tensor : tensor + a * (before[j] - tensor)
        }
      }
    }
    for (let r = runs.length - 4; r >= 0; r -= 4) {
      const first = runs[r + 3]
      const end = first + runs[r + 2] - runs[r + 1]
      for (let n = end - 1; n >= first; n--) {
        const one = COMPONENTS * (alongRows ? (n + 1 < end ? n + 1 : 0) : down[n])
        for (let i = COMPONENTS * n, j = one; i < COMPONENTS * (n + 1); i++, j++) {
          const tensor = from[i]
          after[i] = one === 0 ? tensor : tensor + a * (after[j] - tensor)
          to[i] = total * (before[i] + after[i] - (1 - a) * tensor)
        }
      }
    }
  }
}
