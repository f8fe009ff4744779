import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'
import { optionsFrom, type RepairOptions, repair } from '../repair'
import { telea as method, type TeleaOptions } from './method'

export type { Image, NdarrayImage, RawImage, Samples, SharpImage } from '../image/image'
export type { Mask, MaskData, MaskOptions } from '../mask/mask'
export type { RepairOptions } from '../repair'
export type { TeleaOptions } from './method'

/**
 * Telea's fast marching inpainting: each missing pixel, nearest to the known ones first, becomes an
 * average of its known neighbours, weighted by direction, distance and level.
 *
 * On 8-bit images the result is that of `cv2.inpaint(image, mask, radius, cv2.INPAINT_TELEA)` of
 * OpenCV 4.10 to 4.12, to the last bit, unless `gradient` is given.
 *
 * @param image As for `inpaint`: any kind of image, 8-bit, 16-bit or float, any number of channels.
 * @param mask As many pixels as the image; non-zero means missing.
 * @param radius How many pixels around a missing one take part, 1 to 100, default 3; larger is
 * smoother and slower. Or an object with all options.
 * @param options The rest: `gradient`, how to read the mask, `dilate`, `feather`, `onProgress`,
 * `signal`.
 * @returns The repaired image, of the same kind as `image`.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} A size or a value is wrong, or no known pixel is left to fill from.
 * @example
 * ```ts
 * import { telea } from 'isophote/telea'
 *
 * const depth = { data: new Float32Array([1, NaN, 3]), width: 3, height: 1 }
 * console.log(telea(depth).data) // Float32Array(3) [ 1, 2, 3 ]
 * ```
 * @see A. Telea, "An Image Inpainting Technique Based on the Fast Marching Method", Journal of
 * Graphics Tools 9(1), 2004, doi:10.1080/10867651.2004.10487596
 */
export function telea<I extends Image>(
  image: I,
  mask?: Mask | null,
  radius?: number | (RepairOptions & TeleaOptions),
  options?: RepairOptions & TeleaOptions,
): I {
  return repair<I, TeleaOptions>(image, mask, method, optionsFrom(radius, options))
}
