import type { Sides } from './sides'
import { COMPONENTS } from './structure-tensor'

/**
 * Averages each pixel's tensor with those around it, `scale` pixels far (the standard deviation).
 *
 * Along rows and columns, twice each, with the weights a^|distance|: that comes near a Gaussian, and
 * costs the same however wide it is. At an edge the outermost tensor is taken to go on.
 */
export function createSmoothing(
  { left, right, above, below }: Sides,
  scale: number,
): (tensors: Float64Array, smoothed: Float64Array) => void {
  // Those weights have the variance 2 a / (1 - a)², which is to be half of scale².
  const b = 1 + 2 / (scale * scale)
  const a = b - Math.sqrt(b * b - 1)
  const total = 1 / (1 + a)
  const size = left.length
  // What comes from one side, the pixel included, and from the other.
  const before = new Float64Array(COMPONENTS * size)
  const after = new Float64Array(COMPONENTS * size)

  return (tensors, smoothed) => {
    along(left, right, tensors, smoothed)
    along(above, below, smoothed, smoothed)
    along(left, right, smoothed, smoothed)
    along(above, below, smoothed, smoothed)
  }

  /** Where there is no pixel before or after one, it stands for itself. */
  function along(back: Int32Array, ahead: Int32Array, from: Float64Array, to: Float64Array): void {
    for (let n = 0, i = 0; n < size; n++) {
      for (let j = COMPONENTS * back[n]; i < COMPONENTS * (n + 1); i++, j++) {
        before[i] = from[i]
        before[i] += a * (before[j] - from[i])
      }
    }
    for (let n = size - 1; n >= 0; n--) {
      for (let i = COMPONENTS * n, j = COMPONENTS * ahead[n]; i < COMPONENTS * (n + 1); i++, j++) {
        const tensor = from[i]
        after[i] = tensor
        after[i] += a * (after[j] - tensor)
        to[i] = total * (before[i] + after[i] - (1 - a) * tensor)
      }
    }
  }
}
