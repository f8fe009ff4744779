import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'
import { optionsFrom, type RepairOptions, repair } from '../repair'
import { type CoherenceOptions, coherence as method } from './method'

export type { Image, NdarrayImage, RawImage, Samples, SharpImage } from '../image/image'
export type { Mask, MaskData, MaskOptions } from '../mask/mask'
export type { RepairOptions } from '../repair'
export type { CoherenceOptions } from './method'

/**
 * Coherence transport: each missing pixel, nearest to the known ones first, becomes an average of its
 * known neighbours, weighted along the direction in which the picture around it is coherent. Edges
 * and lines cross a gap as edges and lines.
 *
 * The result is that of its authors' own program, within rounding. The channels share one direction,
 * so a colour picture is not filled as its channels would be, each alone.
 *
 * @param image As for `inpaint`: any kind of image, 8-bit, 16-bit or float, any number of channels.
 * @param mask As many pixels as the image; non-zero means missing.
 * @param radius How many pixels around a missing one take part, 1 to 100, default 5; larger is
 * smoother and slower. Or an object with all options.
 * @param options The rest: `smoothing`, the size of the structures that are continued, 0.1 to 20
 * pixels, default 2; or, as the paper names them, `epsilon` (1 to 100, default the radius), `kappa`
 * (0 to 1000, default 25), `sigma` (0 to 25, default √2) and `rho` (0.1 to 50, default 5); `dataRange`,
 * what lies between black and white, default 255 for 8-bit images and the range of the known samples
 * around a hole for others; how to read the mask, `dilate`, `feather`, `onProgress`,
 * `signal`.
 * @returns The repaired image, of the same kind as `image`.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} A size or a value is wrong, or no known pixel is left to fill from.
 * @example
 * ```ts
 * import { coherence } from 'isophote/coherence'
 *
 * const image = { data: new Uint8Array([10, 0, 30]), width: 3, height: 1 }
 * console.log(coherence(image, [0, 1, 0]).data) // Uint8Array(3) [ 10, 20, 30 ]
 * console.log(coherence(image, [0, 1, 0], { radius: 8, smoothing: 1 }).data[1]) // 20
 * ```
 * @see F. Bornemann, T. März, "Fast Image Inpainting Based on Coherence Transport", Journal of
 * Mathematical Imaging and Vision 28(3), 2007, doi:10.1007/s10851-007-0017-6
 */
export function coherence<I extends Image>(
  image: I,
  mask?: Mask | null,
  radius?: number | (RepairOptions & CoherenceOptions),
  options?: RepairOptions & CoherenceOptions,
): I {
  return repair<I, CoherenceOptions>(image, mask, method, optionsFrom(radius, options))
}
