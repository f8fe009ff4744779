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
    alongRows(tensors, smoothed)
    alongColumns(smoothed)
    alongRows(smoothed, smoothed)
    alongColumns(smoothed)
  }

  function alongRows(from: Float64Array, to: Float64Array): void {
    for (let r = 0; r < runs.length; r += 4) {
      const first = COMPONENTS * runs[r + 3]
      const end = first + COMPONENTS * (runs[r + 2] - runs[r + 1])
      for (let i = first; i < first + COMPONENTS; i++) before[i] = from[i]
      for (let i = first + COMPONENTS; i < end; i++) {
        before[i] = from[i] + a * (before[i - COMPONENTS] - from[i])
      }
      for (let i = end - COMPONENTS; i < end; i++) {
        after[i] = from[i]
        to[i] = total * (before[i] + a * from[i])
      }
      for (let i = end - COMPONENTS - 1; i >= first; i--) {
        const tensor = from[i]
        after[i] = tensor + a * (after[i + COMPONENTS] - tensor)
        to[i] = total * (before[i] + after[i] - (1 - a) * tensor)
      }
    }
  }

  function alongColumns(tensors: Float64Array): void {
    for (let r = 0; r < runs.length; r += 4) {
      const last = runs[r + 3] + runs[r + 2] - runs[r + 1]
      for (let n = runs[r + 3]; n < last; n++) {
        const above = COMPONENTS * up[n]
        for (let i = COMPONENTS * n, j = above; i < COMPONENTS * (n + 1); i++, j++) {
          const tensor = tensors[i]
          before[i] = above === 0 ? tensor : tensor + a * (before[j] - tensor)
        }
      }
    }
    for (let r = runs.length - 4; r >= 0; r -= 4) {
      const last = runs[r + 3] + runs[r + 2] - runs[r + 1]
      for (let n = runs[r + 3]; n < last; n++) {
        const below = COMPONENTS * down[n]
        for (let i = COMPONENTS * n, j = below; i < COMPONENTS * (n + 1); i++, j++) {
          const tensor = tensors[i]
          after[i] = below === 0 ? tensor : tensor + a * (after[j] - tensor)
          tensors[i] = total * (before[i] + after[i] - (1 - a) * tensor)
        }
      }
    }
  }
}
