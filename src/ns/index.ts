import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'
import { optionsFrom, type RepairOptions, repair } from '../repair'
import { ns as method } from './method'

export type { Image, NdarrayImage, RawImage, Samples, SharpImage } from '../image/image'
export type { Mask, MaskData, MaskOptions } from '../mask/mask'
export type { RepairOptions } from '../repair'

/**
 * OpenCV's "Navier-Stokes" inpainting: fast marching as in Telea's method, with each known neighbour
 * weighted by how well it lies along its own isophote.
 *
 * On 8-bit images the result is that of `cv2.inpaint(image, mask, radius, cv2.INPAINT_NS)` of OpenCV
 * 4.10 to 4.12, to the last bit. Every filled sample lies within the range of its neighbours.
 *
 * @param image As for `inpaint`: any kind of image, 8-bit, 16-bit or float, any number of channels.
 * @param mask As many pixels as the image; non-zero means missing.
 * @param radius How many pixels around a missing one take part, 1 to 100, default 3; larger is
 * smoother and slower. Or an object with all options.
 * @param options The rest: how to read the mask, `dilate`, `feather`, `onProgress`, `signal`.
 * @returns The repaired image, of the same kind as `image`.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} A size or a value is wrong, or no known pixel is left to fill from.
 * @example
 * ```ts
 * import { ns } from 'isophote/ns'
 *
 * const image = { data: new Uint16Array([1000, 0, 3000]), width: 3, height: 1 }
 * console.log(ns(image, [0, 1, 0]).data) // Uint16Array(3) [ 1000, 2000, 3000 ]
 * ```
 * @see M. Bertalmio, A. L. Bertozzi, G. Sapiro, "Navier-Stokes, Fluid Dynamics, and Image and Video
 * Inpainting", CVPR 2001, doi:10.1109/CVPR.2001.990497, whose idea it simplifies
 */
export function ns<I extends Image>(
  image: I,
  mask?: Mask | null,
  radius?: number | RepairOptions,
  options?: RepairOptions,
): I {
  return repair(image, mask, method, optionsFrom(radius, options))
}
