import type { Patch } from '../patch'
import type { Planes } from './level'
import type { Window } from './window'

/**
 * What is matched: luma and chroma of 8 bits, whatever the samples are. The range of the known ones
 * becomes 0 to 255, so that scaled or shifted samples are completed alike. The first three channels
 * are taken for red, green and blue, two for two of their own; further ones are not looked at.
 */
export function eightBit(
  { channels, size, samples }: Patch,
  { width, height, first, stride }: Window,
  isMissing: Int8Array,
): Pick<Planes, 'luma' | 'chroma'> {
  const looked = Math.min(channels, 3)
  let low = Infinity
  let high = -Infinity
  for (let y = 0, to = 0; y < height; y++) {
    const from = first + y * stride
    for (let x = 0; x < width; x++, to++) {
      if (isMissing[to] === 1) continue
      for (let c = 0; c < looked; c++) {
        const value = samples[c * size + from + x]
        if (value < low) low = value
        if (value > high) high = value
      }
    }
  }
  const scale = high > low ? 255 / (high - low) : 0
  const luma = new Uint8ClampedArray(width * height)
  const chroma = new Uint8ClampedArray(looked > 1 ? 2 * width * height : 0)
  for (let y = 0; y < height; y++) {
    const from = first + y * stride
    for (let x = 0, to = y * width; x < width; x++, to++) {
      if (isMissing[to] === 1) continue
      const a = (samples[from + x] - low) * scale
      if (looked === 1) {
        luma[to] = a
        continue
      }
      const b = (samples[size + from + x] - low) * scale
      const c = looked > 2 ? (samples[2 * size + from + x] - low) * scale : (a + b) / 2
      // ITU-R BT.601
      const light = 0.299 * a + 0.587 * b + 0.114 * c
      luma[to] = light
      chroma[2 * to] = 128 + CHROMA * 0.564 * (c - light)
      chroma[2 * to + 1] = 128 + CHROMA * 0.713 * (a - light)
    }
  }
  return { luma, chroma }
}

const CHROMA = 0.9
