import type { GuideOptions } from '../guide/guide'
import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'
import { optionsFrom, type RepairOptions, repair } from '../repair'
import { guidedBiharmonic as method } from './guided'

export type { Guide, GuideOptions, Line, Points } from '../guide/guide'
export type { Image, NdarrayImage, RawImage, Samples, SharpImage } from '../image/image'
export type { Mask, MaskData, MaskOptions } from '../mask/mask'
export type { RepairOptions } from '../repair'

/**
 * Biharmonic inpainting: the surface of a thin plate that bends as little as possible over each hole.
 * It meets the known pixels with their slope and carries it on: the exact solution of Δ²u = 0, equal to
 * scikit-image's `inpaint_biharmonic` before that clips its result.
 *
 * @param image As for `inpaint`: any kind of image, 8-bit, 16-bit or float, any number of channels.
 * @param mask As many pixels as the image; non-zero means missing.
 * @param radius Accepted as for every method, 1 to 100, and without effect: the equation has none.
 * Or an object with all options.
 * @param options The rest: how to read the mask, `dilate`, `feather`, `guide`, `onProgress`, `signal`.
 * @returns The repaired image, of the same kind as `image`. Filled samples may leave the range of the
 * known ones, as slopes carried on do; integers are rounded and kept within their type's range.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} A size or a value is wrong, or no known pixel is left to fill from.
 * @example
 * ```ts
 * import { biharmonic } from 'isophote/biharmonic'
 *
 * const ramp = { data: new Uint8Array([10, 20, 0, 0, 50, 60]), width: 6, height: 1 }
 * console.log(biharmonic(ramp, [0, 0, 1, 1, 0, 0]).data) // Uint8Array(6) [ 10, 20, 30, 40, 50, 60 ]
 * ```
 * @see S. B. Damelin, N. S. Hoang, "On Surface Completion and Image Inpainting by Biharmonic Functions:
 * Numerical Aspects", International Journal of Mathematics and Mathematical Sciences, 2018,
 * doi:10.1155/2018/3950312
 */
export function biharmonic<I extends Image>(
  image: I,
  mask?: Mask | null,
  radius?: number | (RepairOptions & GuideOptions),
  options?: RepairOptions & GuideOptions,
): I {
  return repair<I, GuideOptions>(image, mask, method, optionsFrom(radius, options))
}
