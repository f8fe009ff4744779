import type { Patch } from '../patch'
import { type Copied, removeSeams } from './seams'
import { pixelOf, type Window } from './window'

/**
 * Fills a patch's missing pixels with copies, in every channel.
 *
 * @param sources For each of `copied.missing`, a pixel of the window.
 */
export function copyInto(patch: Patch, window: Window, copied: Copied): void {
  const { size, channels, samples, missing } = patch
  const { width, height, first, stride } = window
  const plane = new Float64Array(width * height)
  for (let c = 0; c < channels; c++) {
    const from = c * size + first
    for (let y = 0; y < height; y++) {
      plane.set(samples.subarray(from + y * stride, from + y * stride + width), y * width)
    }
    copy(plane, copied)
    removeSeams(plane, copied)
    for (let n = 0; n < missing.length; n++) {
      samples[c * size + missing[n]] = plane[copied.missing[n]]
    }
  }
}

export function copy(plane: Float64Array, { missing, sources }: Copied): void {
  for (let n = 0; n < missing.length; n++) plane[missing[n]] = plane[sources[n]]
}

/** The numbers of a patch's missing pixels in the window. */
export function missingIn(window: Window, { missing }: Patch): Int32Array {
  return missing.map((number) => pixelOf(window, number))
}
