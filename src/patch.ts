import type { Picture } from './image/picture'
import { rangeOf, type SampleType } from './image/sample-type'
import { type Bitmap, bitAt } from './mask/bitmap'
import type { Region } from './mask/holes'

/**
 * A hole and everything within reach of it, cut out of the picture run by run: all a built-in
 * method sees. It takes as much memory as there are pixels near the hole, however far those lie
 * apart.
 *
 * Its pixels are numbered row by row. Left and right of pixel `i` are `i - 1` and `i + 1`: a run ends
 * in at least one number that is no pixel, and in so many at an edge of the image that a kernel
 * looking past it meets no other run. Nor are the numbers 0 to twice the reach pixels: room for a row
 * of a kernel's disc that lies outside the image.
 */
export interface Patch<P extends Planes = Float64Array> {
  readonly channels: number
  /** The caller's sample type; the samples here are doubles whatever it is, but for `Method.takesBytes`. */
  readonly type: SampleType
  readonly imageWidth: number
  readonly imageHeight: number
  /** Where the runs lie: `[y, start, end, shift]`, pixels `start` to `end - 1` of row `y`; `x + shift` is the number of each. */
  readonly runs: Int32Array
  /** One more than the highest number. */
  readonly size: number
  /** The numbers of the missing pixels, ascending. A fill writes these, in every channel. */
  readonly missing: Int32Array
  /** One plane per channel: sample `c` of pixel `i` is `samples[c * size + i]`. */
  readonly samples: P
}

/** Room for samples: doubles, or bytes for those methods that fill 8-bit images with whole numbers. */
export type Planes = Float64Array | Uint8Array

export type AnyPatch = Patch<Planes>

/** The plane of each channel. */
export function planesOf({ channels, size, samples }: Patch): Float64Array[] {
  return Array.from({ length: channels }, (_, c) => samples.subarray(c * size, (c + 1) * size))
}

/** A patch that is still to be cut: only where its pixels lie. */
export type PatchOutline = Pick<Patch, 'runs' | 'size'>

/** Numbers the pixels of a region, for methods that look `reach` pixels far. */
export function outlinePatch(region: Region, imageWidth: number, reach: number): PatchOutline {
  const runs = new Int32Array((region.length / 3) * 4)
  let size = 1 + 2 * reach
  for (let r = 0, to = 0; r < region.length; r += 3, to += 4) {
    const start = region[r + 1]
    const end = region[r + 2]
    if (start === 0) size += reach
    runs[to] = region[r]
    runs[to + 1] = start
    runs[to + 2] = end
    runs[to + 3] = size - start
    size += end - start + (end === imageWidth ? reach : 1)
  }
  return { runs, size }
}

/**
 * Cuts a patch out of the picture.
 *
 * @param indices Room for the patch's missing pixels, and `planes` for its samples: the patch lives
 * there until the next one is cut.
 */
export function cutPatch<P extends Planes>(
  picture: Picture,
  bitmap: Bitmap,
  { runs, size }: PatchOutline,
  indices: Int32Array,
  planes: P,
): Patch<P> {
  const { channels, width, samples } = picture
  let count = 0
  for (let r = 0; r < runs.length; r += 4) {
    const y = runs[r]
    const start = runs[r + 1]
    const end = runs[r + 2]
    const shift = runs[r + 3]
    for (let c = 0; c < channels; c++) {
      let to = c * size + start + shift
      const last = (y * width + end) * channels
      for (let i = (y * width + start) * channels + c; i < last; i += channels)
        planes[to++] = samples[i]
    }
    for (let x = start; x < end; x++) {
      if (bitAt(bitmap, x, y)) indices[count++] = x + shift
    }
  }
  return {
    channels,
    type: picture.type,
    imageWidth: width,
    imageHeight: picture.height,
    runs,
    size,
    missing: indices.subarray(0, count),
    samples: planes.subarray(0, size * channels) as P,
  }
}

/** Writes a patch's missing samples into the picture, rounded and clamped to its type. */
export function pastePatch(picture: Picture, patch: AnyPatch): void {
  const { samples: to, channels, type, width } = picture
  const { runs, size, missing, samples } = patch
  const [least, most] = rangeOf(type)
  const isWhole = samples.BYTES_PER_ELEMENT === 1 || most === Infinity
  for (let r = 0, n = 0; n < missing.length; r += 4) {
    const end = runs[r + 2] + runs[r + 3]
    const shift = runs[r] * width - runs[r + 3]
    for (; missing[n] < end; n++) {
      let from = missing[n]
      for (let i = (from + shift) * channels, last = i + channels; i < last; i++, from += size) {
        const value = samples[from]
        to[i] = isWhole ? value : Math.min(Math.max(Math.round(value), least), most)
      }
    }
  }
}
