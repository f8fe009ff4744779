import type { GuideOptions } from '../guide/guide'
import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'
import { optionsFrom, type RepairOptions, repair } from '../repair'
import { guidedHarmonic as method } from './guided'

export type { Guide, GuideOptions, Line, Points } from '../guide/guide'
export type { Image, NdarrayImage, RawImage, Samples, SharpImage } from '../image/image'
export type { Mask, MaskData, MaskOptions } from '../mask/mask'
export type { RepairOptions } from '../repair'

/**
 * Harmonic inpainting: the smoothest surface of soap-film kind over each hole. Every missing pixel
 * becomes the mean of its four neighbours, all of them at once: the exact solution of the discrete
 * Laplace equation, with the known pixels as boundary values.
 *
 * @param image As for `inpaint`: any kind of image, 8-bit, 16-bit or float, any number of channels.
 * @param mask As many pixels as the image; non-zero means missing.
 * @param radius Accepted as for every method, 1 to 100, and without effect: the equation has none.
 * Or an object with all options.
 * @param options The rest: how to read the mask, `dilate`, `feather`, `guide`, `onProgress`, `signal`.
 * @returns The repaired image, of the same kind as `image`. No filled sample leaves the range of the
 * known ones around its hole.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} A size or a value is wrong, or no known pixel is left to fill from.
 * @example
 * ```ts
 * import { harmonic } from 'isophote/harmonic'
 *
 * const depth = { data: new Float32Array([1, NaN, NaN, 4]), width: 4, height: 1 }
 * console.log(harmonic(depth).data) // Float32Array(4) [ 1, 2, 3, 4 ]
 * ```
 * @see T. F. Chan, J. Shen, "Mathematical Models for Local Nontexture Inpaintings", SIAM Journal on
 * Applied Mathematics 62(3), 2002, doi:10.1137/S0036139900368844
 */
export function harmonic<I extends Image>(
  image: I,
  mask?: Mask | null,
  radius?: number | (RepairOptions & GuideOptions),
  options?: RepairOptions & GuideOptions,
): I {
  return repair<I, GuideOptions>(image, mask, method, optionsFrom(radius, options))
}
