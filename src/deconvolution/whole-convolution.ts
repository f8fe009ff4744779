import { createConvolver } from '../fft/engine/convolver'
import { costOf } from '../fft/engine/cost'
import { radicesOf } from '../fft/engine/factors'
import { goodLength } from '../fft/engine/good-length'
import type { Convolution } from './convolution'
import type { Scene } from './method'

/** A convolution by one Fourier transform of the plane. */
export function wholeConvolution(scene: Scene): Convolution {
  const { width, height, litWidth, litHeight, otf } = scene
  const convolver = createConvolver(width, height, otf)
  // Two rows, which never leave the cache.
  const rows = new Float64Array(2 * width)
  return (plane, conjugate, take) => {
    for (let y = 0; y < height; y += 2) convolver.enter(y, plane, y * width)
    convolver.convolve(conjugate)
    for (let y = 0; y < litHeight; y += 2) {
      convolver.leave(y, rows, 0)
      take(rows, 0, y * width, litWidth)
      if (y + 1 < litHeight) take(rows, width, (y + 1) * width, litWidth)
    }
  }
}

/** About how many nanoseconds it takes. */
export function wholeCost({ width, height, litHeight }: Scene): number {
  const half = (width >> 1) + 1
  // Rows go in pairs, all of them there and the lit ones back.
  const rows = (height + litHeight) / 2
  return rows * (costOfAny(width) + separating * width) + 2 * half * costOfAny(height)
}

/** Nanoseconds a number takes to be parted from the row it was transformed with, and put together again. */
const separating = 1

/** Lengths with larger prime factors go by way of one or two transforms of others. */
function costOfAny(length: number): number {
  const radices = radicesOf(length)
  if (radices && Math.max(...radices) <= 8) return costOf(length)
  return 2 * costOf(goodLength(length))
}
