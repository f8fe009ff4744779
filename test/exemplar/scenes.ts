import type { Bytes } from '../support/pictures'
import { createRandom } from '../support/random'

/** A picture from the level of each pixel and channel. */
export function draw(
  width: number,
  height: number,
  level: (x: number, y: number, c: number) => number,
  channels = 1,
): Bytes {
  const data = new Uint8Array(width * height * channels)
  for (let i = 0, k = 0; i < width * height; i++) {
    for (let c = 0; c < channels; c++, k++) data[k] = level(i % width, Math.floor(i / width), c)
  }
  return { data, width, height, channels }
}

/** One tile of noise, again and again. */
export function tiled(width: number, height: number, side: number, seed: number, channels = 1) {
  const random = createRandom(seed)
  const tile = Uint8Array.from({ length: side * side * channels }, () => random() * 256)
  return draw(
    width,
    height,
    (x, y, c) => tile[((y % side) * side + (x % side)) * channels + c],
    channels,
  )
}

/** A mask from a question asked of each pixel. */
export function maskWhere(
  { width, height }: Pick<Bytes, 'width' | 'height'>,
  isMissing: (x: number, y: number) => boolean,
): Uint8Array {
  const mask = new Uint8Array(width * height)
  for (let i = 0; i < mask.length; i++) {
    mask[i] = isMissing(i % width, Math.floor(i / width)) ? 1 : 0
  }
  return mask
}

/** The picture with nonsense where it is missing. */
export function damage(image: Bytes, mask: Uint8Array): Bytes {
  const data = image.data.map((v, i) => (mask[Math.floor(i / image.channels)] ? 77 : v))
  return { ...image, data }
}

/** How many pixels differ by more than `tolerance` in any channel. */
export function wrongPixels(actual: Bytes, expected: Bytes, tolerance = 0): number {
  const wrong = new Set<number>()
  for (let i = 0; i < actual.data.length; i++) {
    if (Math.abs(actual.data[i] - expected.data[i]) > tolerance) {
      wrong.add(Math.floor(i / actual.channels))
    }
  }
  return wrong.size
}

/** Mean absolute difference in the missing pixels. */
export function meanDifference(a: Bytes, b: Bytes, mask: Uint8Array): number {
  let sum = 0
  let count = 0
  for (let i = 0; i < a.data.length; i++) {
    if (mask[Math.floor(i / a.channels)] === 0) continue
    sum += Math.abs(a.data[i] - b.data[i])
    count++
  }
  return sum / count
}
