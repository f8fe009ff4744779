import { checkNumber, checkOneOf, classOf, describe } from '../image/check'
import type { Image } from '../image/image'
import { copyImage } from '../image/picture'
import { rangeOf } from '../image/sample-type'
import { removeSeams } from './seams'
import type { SourceMap } from './source-map'

/** What `replay` takes beside the map and the image. */
export interface ReplayOptions {
  /**
   * `'copy'` (the default) takes samples as they are, which suits depth, normals and labels. `'blend'`
   * takes away steps of brightness where pieces meet, as `exemplar` does.
   */
  readonly seams?: 'copy' | 'blend'
}

/**
 * Fills another image just as one was filled before: its depth, alpha or normals, or the 16-bit
 * original of an 8-bit preview.
 *
 * @param map From `variants`: where each pixel was copied from.
 * @param image Any kind of image of the map's width and height, 8-bit, 16-bit or float, any number of
 * channels. Its own missing pixels need not be marked: the map says which they are.
 * @param options `seams`.
 * @returns The filled image, of the same kind as `image`.
 * @throws {TypeError} An argument is of the wrong kind.
 * @throws {RangeError} The image's size is not the map's.
 * @example
 * ```ts
 * import { replay } from 'isophote/exemplar'
 *
 * const map = { width: 4, height: 1, pixels: new Int32Array([2]), sources: new Int32Array([0]) }
 * const depth = { data: new Float32Array([1.5, 2, NaN, 3]), width: 4, height: 1 }
 * console.log(replay(map, depth).data) // Float32Array(4) [ 1.5, 2, 1.5, 3 ]
 * ```
 */
export function replay<I extends Image>(
  map: SourceMap,
  image: I,
  { seams = 'copy' }: ReplayOptions = {},
): I {
  const { width, height, pixels: missing, sources } = checkMap(map)
  checkOneOf('seams', seams, ['copy', 'blend'])
  const picture = copyImage(image)
  if (picture.width !== width || picture.height !== height) {
    throw new RangeError(
      `image: expected ${width} x ${height} pixels, as the map, got ${picture.width} x ${picture.height}`,
    )
  }
  const { samples, channels, type } = picture
  const [least, most] = rangeOf(type)
  const order = new Int32Array(width * height).fill(-1)
  for (let n = 0; n < missing.length; n++) order[missing[n]] = n
  const plane = new Float64Array(width * height)
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < plane.length; i++) plane[i] = samples[i * channels + c]
    for (let n = 0; n < missing.length; n++) plane[missing[n]] = plane[sources[n]]
    if (seams === 'blend') removeSeams(plane, { width, height, missing, sources, order })
    for (let n = 0; n < missing.length; n++) {
      const value = plane[missing[n]]
      samples[missing[n] * channels + c] =
        most < Infinity ? Math.min(Math.max(Math.round(value), least), most) : value
    }
  }
  return picture.result as I
}

/** A map may come from a file: its numbers must be pixels. */
function checkMap(map: SourceMap): SourceMap {
  const { width, height, pixels, sources } = (map ?? {}) as SourceMap
  if (classOf(pixels) !== 'Int32Array' || classOf(sources) !== 'Int32Array') {
    throw new TypeError(`map: expected one that 'variants' gives, got ${describe(map)}`)
  }
  checkNumber('map.width', width, 1, Infinity, 'whole number')
  checkNumber('map.height', height, 1, Infinity, 'whole number')
  const isPixel = (i: number): boolean => i >= 0 && i < width * height
  if (pixels.length !== sources.length || !pixels.every(isPixel) || !sources.every(isPixel)) {
    throw new RangeError(
      `map: expected as many sources as pixels, all of them in the picture, got ${sources.length} for ${pixels.length}`,
    )
  }
  return map
}
