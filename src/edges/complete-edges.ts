import type { Image } from '../image/image'
import { copyImage } from '../image/picture'
import type { Mask } from '../mask/mask'
import { checkNames, checkThresholds, knownIn, thresholdNames } from './arguments'
import { type EdgeThresholds, edgesOf } from './canny'
import { edgeEnds } from './edge-ends'
import { rangeOfKnown } from './gradients'
import { pairEnds } from './pair-ends'

/**
 * Continues edges across holes: finds where edges of the surroundings end at missing pixels, and joins
 * those ends two by two where a smooth curve with the same colours along it does so. What fits nothing
 * is left alone.
 *
 * @param image As for `inpaint`: any kind of image, any number of channels.
 * @param mask As many pixels as the image; non-zero means missing.
 * @param options What is taken for an edge, as for `canny`: `sigma`, `low` and `high`. Lower both
 * where an edge is missed.
 * @returns Lines `[[x, y], ...]`, each from some pixels before a hole to some pixels behind it, the best
 * match first: to be given as `guide.edges`, or as `guide.lines`.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} A size or a value is wrong, or a sample is infinite.
 * @example
 * ```ts
 * import { completeEdges } from 'isophote/edges'
 *
 * // Dark above, bright below, and a hole across the border between them.
 * const image = { data: new Uint8Array(60 * 40).fill(40).fill(200, 60 * 20), width: 60, height: 40 }
 * const mask = image.data.map((_, i) => (i % 60 >= 20 && i % 60 < 40 ? 255 : 0))
 * const [line, ...others] = completeEdges(image, mask)
 * console.log(others.length, Math.round(line[0][1])) // 0 19
 * ```
 * @see M. Nitzberg, D. Mumford, "The 2.1-D Sketch", ICCV 1990, doi:10.1109/ICCV.1990.139511
 */
export function completeEdges(
  image: Image,
  mask: Mask | null | undefined,
  options: EdgeThresholds = {},
): [x: number, y: number][][] {
  checkNames(options, thresholdNames)
  checkThresholds(options)
  const picture = copyImage(image)
  const isKnown = knownIn(picture, mask)
  const ends = edgeEnds(picture, isKnown, edgesOf(picture, isKnown, options))
  const [least, most] = rangeOfKnown(picture, isKnown)
  return pairEnds(ends, isKnown, most - least).map(({ points }) => points)
}
