import type { Picture } from '../image/picture'
import { rangeOf } from '../image/sample-type'
import type { Bitmap } from '../mask/bitmap'

// Channels between the picture, where they are interleaved, and planes of doubles.

export function takeChannel(picture: Picture, channel: number, plane: Float64Array): void {
  const { samples, channels } = picture
  for (let to = 0, i = channel; to < plane.length; to++, i += channels) plane[to] = samples[i]
}

/** Writes a channel into the picture, rounded and clamped to its type. */
export function pasteChannel(picture: Picture, channel: number, plane: Float64Array): void {
  const { samples, channels, type } = picture
  const [least, most] = rangeOf(type)
  if (most === Infinity) {
    for (let from = 0, i = channel; from < plane.length; from++, i += channels) {
      samples[i] = plane[from]
    }
    return
  }
  for (let from = 0, i = channel; from < plane.length; from++, i += channels) {
    samples[i] = Math.min(Math.max(Math.round(plane[from]), least), most)
  }
}

/**
 * The standard deviation of a picture's known samples, each channel's about its own mean; channels
 * that are the same everywhere, as alpha often is, do not count. 1 where nothing differs.
 */
export function contrastOf(
  { samples, width, height, channels }: Picture,
  missing: Bitmap | undefined,
): number {
  let variances = 0
  let counted = 0
  for (let channel = 0; channel < channels; channel++) {
    let count = 0
    let mean = 0
    let squares = 0
    for (let y = 0, i = channel; y < height; y++) {
      for (let x = 0; x < width; x++, i += channels) {
        if (missing && (missing.words[y * missing.stride + (x >> 5)] >>> (x & 31)) & 1) continue
        // Welford's recurrence: no cancellation, whatever the offset.
        const difference = samples[i] - mean
        mean += difference / ++count
        squares += difference * (samples[i] - mean)
      }
    }
    if (squares === 0) continue
    variances += squares / count
    counted++
  }
  return counted > 0 ? Math.sqrt(variances / counted) : 1
}
