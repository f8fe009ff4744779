import type { Patch } from '../patch'
import type { Window } from './window'

/** What is matched: luma and chroma of 8 bits, whatever the samples are. */
export interface EightBit {
  readonly luma: Uint8ClampedArray
  /** Two numbers for each pixel; empty where the picture is grey. */
  readonly chroma: Uint8ClampedArray
}

/** How samples become 8-bit ones: the first channels, of those known the range is 0 to 255. */
export interface Range {
  readonly channels: number
  readonly low: number
  readonly scale: number
}

/**
 * The range of a window's known samples. The first three channels are taken for red, green and
 * blue, two for two of their own; further ones are not looked at.
 */
export function rangeOfKnown(
  { channels: all, size, samples }: Patch,
  { width, height, first, stride }: Window,
  isMissing: Int8Array,
): Range {
  const channels = Math.min(all, 3)
  let low = Infinity
  let high = -Infinity
  for (let y = 0; y < height; y++) {
    for (let c = 0; c < channels; c++) {
      const from = c * size + first + y * stride
      for (let x = 0, i = y * width; x < width; x++, i++) {
        if (isMissing[i] === 1) continue
        const value = samples[from + x]
        if (value < low) low = value
        if (value > high) high = value
      }
    }
  }
  return { channels, low, scale: high > low ? 255 / (high - low) : 0 }
}

/** The known pixels of a window in 8 bits: so, scaled or shifted samples are completed alike. */
export function eightBit(
  { size, samples }: Patch,
  { width, height, first, stride }: Window,
  isMissing: Int8Array,
  range: Range,
): EightBit {
  const { channels } = range
  const to = {
    luma: new Uint8ClampedArray(width * height),
    chroma: new Uint8ClampedArray(channels > 1 ? 2 * width * height : 0),
  }
  for (let y = 0; y < height; y++) {
    const from = first + y * stride
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (isMissing[i] === 0) convert(samples, from + x, size, range, to, i)
    }
  }
  return to
}

/** Converts one pixel, whose channels lie `step` samples apart. */
export function convert(
  samples: Float64Array,
  from: number,
  step: number,
  { channels, low, scale }: Range,
  { luma, chroma }: EightBit,
  to: number,
): void {
  const a = (samples[from] - low) * scale
  if (channels === 1) {
    luma[to] = a
    return
  }
  const b = (samples[from + step] - low) * scale
  const c = channels > 2 ? (samples[from + 2 * step] - low) * scale : (a + b) / 2
  // ITU-R BT.601, chroma a little less than that.
  const light = 0.299 * a + 0.587 * b + 0.114 * c
  luma[to] = light
  chroma[2 * to] = 128 + 0.51 * (c - light)
  chroma[2 * to + 1] = 128 + 0.64 * (a - light)
}
