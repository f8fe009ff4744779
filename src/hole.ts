import type { Picture } from './image/picture'
import { rangeOf, type SampleType } from './image/sample-type'
import type { Bitmap } from './mask/bitmap'
import type { Region } from './mask/holes'

/**
 * A hole and its surroundings, cut out of the picture: all a method sees.
 *
 * The crop reaches past the image's edge where the hole is near one; only pixels in the rectangle
 * `left`, `top`, `right`, `bottom` exist. A pixel's index is `y * width + x` in the crop.
 */
export interface Hole {
  /** Where the crop's first pixel lies in the image; negative where the crop reaches past an edge. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly channels: number
  /** The caller's sample type; the samples here are floats whatever it is. */
  readonly type: SampleType
  /** The image within the crop: columns `left` to `right - 1`, rows `top` to `bottom - 1`. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** The index of every missing pixel, ascending. A fill writes these, in every channel. */
  readonly missing: Int32Array
  /** The pixels within reach, missing ones included, as ascending `[start, end)` pairs of indices. */
  readonly near: Int32Array
  /**
   * One plane per channel: sample `c` of pixel `i` is `samples[c * width * height + i]`. Known
   * samples within reach hold the image's values. What the others hold means nothing.
   */
  readonly samples: Float64Array
}

/**
 * Cuts a region out of the picture.
 *
 * @param indices Room for the hole's missing pixels, and `planes` for its samples: the hole lives
 * there until the next one is cut.
 */
export function cutHole(
  picture: Picture,
  missing: Bitmap,
  region: Region,
  indices: Int32Array,
  planes: Float64Array,
): Hole {
  const { channels, samples: from } = picture
  const { x, y, width, height } = region
  const plane = width * height
  const near = new Int32Array((region.near.length / 3) * 2)
  let pairs = 0
  let count = 0
  for (let r = 0; r < region.near.length; r += 3) {
    const row = region.near[r]
    const start = region.near[r + 1]
    const end = region.near[r + 2]
    const first = (row - y) * width + start - x
    near[pairs++] = first
    near[pairs++] = first + end - start

    const pixel = (row * picture.width + start) * channels
    for (let c = 0; c < channels; c++) {
      const to = c * plane + first
      for (let i = pixel + c, o = to, last = to + end - start; o < last; o++, i += channels) {
        planes[o] = from[i]
      }
    }
    count = indicesInRun(missing, row, start, end, first - start, indices, count)
  }
  return {
    x,
    y,
    width,
    height,
    channels,
    type: picture.type,
    left: Math.max(-x, 0),
    top: Math.max(-y, 0),
    right: Math.min(picture.width - x, width),
    bottom: Math.min(picture.height - y, height),
    missing: indices.subarray(0, count),
    near,
    samples: planes.subarray(0, plane * channels),
  }
}

/** Writes a hole's missing samples into the picture, rounded and clamped to its type. */
export function pasteHole(picture: Picture, hole: Hole): void {
  const { samples: to, channels, type } = picture
  const { x, y, width, height, missing, samples } = hole
  const [least, most] = rangeOf(type)
  const isInteger = most < Infinity
  for (let c = 0; c < channels; c++) {
    const plane = c * width * height
    for (let n = 0; n < missing.length; n++) {
      const i = missing[n]
      const row = Math.floor(i / width)
      const at = ((row + y) * picture.width + (i - row * width) + x) * channels + c
      const value = samples[plane + i]
      to[at] = isInteger ? Math.min(Math.max(Math.round(value), least), most) : value
    }
  }
}

/** Appends `x + shift` of every set bit of row `y` from `start` to `end - 1`; returns the new count. */
function indicesInRun(
  { stride, words }: Bitmap,
  y: number,
  start: number,
  end: number,
  shift: number,
  indices: Int32Array,
  count: number,
): number {
  const row = y * stride
  const last = (end - 1) >> 5
  let n = count
  for (let w = start >> 5; w <= last; w++) {
    let word = words[row + w]
    if (word === 0) continue
    if (w === start >> 5) word &= -1 << (start & 31)
    if (w === last) word &= -1 >>> (31 - ((end - 1) & 31))
    for (const x = shift + w * 32 + 31; word !== 0; word &= word - 1) {
      indices[n++] = x - Math.clz32(word & -word)
    }
  }
  return n
}
