import type { Image } from '../image/image'
import { copyImage, type Picture } from '../image/picture'
import type { Mask } from '../mask/mask'
import { checkNames, checkThresholds, knownIn, thresholdNames } from './arguments'
import { gradientsOf } from './gradients'
import type { Plane } from './smooth'
import { thinToEdges } from './thin'

/** What is taken for an edge. */
export interface EdgeThresholds {
  /**
   * The standard deviation of the Gaussian that smooths first, in pixels: 0.5 to 20, default 1.4.
   * Larger finds only what is coarser, and is slower.
   */
  readonly sigma?: number
  /**
   * How high the step across an edge must be, as a share of the image's range of values: 0 to 1, default
   * 0.06. Lower continues edges further.
   */
  readonly low?: number
  /** How high it must be somewhere along the edge: `low` to 1, default 0.15. Lower finds more edges. */
  readonly high?: number
}

/** How edges are found. */
export interface CannyOptions extends EdgeThresholds {
  /** Missing pixels, non-zero: they have no edges, and make none. Default none. */
  readonly mask?: Mask | null
}

/**
 * Where the edges of an image are, and which way they run: two channels, `dx` and `dy`, both 0 but on
 * edges. The vector points across the edge to its brighter side; its length is the height of the step, as
 * a share of the image's range of values.
 */
export interface EdgeMap {
  readonly data: Float32Array
  readonly width: number
  readonly height: number
  readonly channels: 2
}

/**
 * Canny's edge detector: smooths, takes gradients, keeps their ridges, and of those what is high
 * enough or connected to what is.
 *
 * @param image As for `inpaint`: any kind of image, any number of channels; the one that is steepest in
 * a pixel counts there. `NaN` is missing.
 * @param options `sigma`, `low`, `high` and `mask`.
 * @returns The edges, one pixel wide, with their direction: also to be given as `guide.edges`.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} A size or a value is wrong, or a sample is infinite.
 * @example
 * ```ts
 * import { canny } from 'isophote/edges'
 *
 * const step = { data: new Uint8Array([9, 9, 9, 9, 90, 90, 90, 90]), width: 8, height: 1 }
 * const { data } = canny(step)
 * const edges = [0, 1, 2, 3, 4, 5, 6, 7].filter((x) => data[2 * x] !== 0)
 * console.log(edges) // [ 3 ]
 * ```
 * @see J. Canny, "A Computational Approach to Edge Detection", IEEE Transactions on Pattern Analysis and
 * Machine Intelligence 8(6), 1986, doi:10.1109/TPAMI.1986.4767851
 */
export function canny(image: Image, options: CannyOptions = {}): EdgeMap {
  checkNames(options, [...thresholdNames, 'mask'])
  checkThresholds(options)
  const picture = copyImage(image)
  return edgesOf(picture, knownIn(picture, options.mask), options)
}

/** The edges of a picture in its known pixels. */
export function edgesOf(picture: Picture, isKnown: Plane, options: EdgeThresholds): EdgeMap {
  const { sigma = 1.4, low = 0.06, high = 0.15 } = options
  const { width, height } = picture
  const gradients = gradientsOf(picture, isKnown, sigma)
  thinToEdges(gradients, low, high)
  const data = new Float32Array(2 * width * height)
  for (let i = 0; i < width * height; i++) {
    data[2 * i] = gradients.dx[i]
    data[2 * i + 1] = gradients.dy[i]
  }
  return { data, width, height, channels: 2 }
}
