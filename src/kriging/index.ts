import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'
import { optionsFrom, type RepairOptions, repair } from '../repair'
import { type KrigingOptions, kriging as method } from './method'

export type { Image, NdarrayImage, RawImage, Samples, SharpImage } from '../image/image'
export type { Mask, MaskData, MaskOptions } from '../mask/mask'
export type { RepairOptions } from '../repair'
export type { KrigingOptions } from './method'

/**
 * Local-spectrum kriging: each missing pixel is predicted from the nearest known ones, with the
 * covariance that the surroundings' power spectrum gives. The best picture for scratches, text and
 * missing dots.
 *
 * @param image As for `inpaint`: any kind of image, 8-bit, 16-bit or float, any number of channels.
 * @param mask As many pixels as the image; non-zero means missing.
 * @param radius How far around a tile of 3 x 3 pixels known ones are looked for, 1 to 100, default 8.
 * Less is faster in sparse pictures, and worse; more than 14 is taken for 14, half a window. Deep in
 * thick holes it is 30. Or an
 * object with all options.
 * @param options The rest: `quality`, how to read the mask, `dilate`, `feather`, `onProgress`,
 * `signal`.
 * @returns The repaired image, of the same kind as `image`.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} A size or a value is wrong, or no known pixel is left to fill from.
 * @example
 * ```ts
 * import { kriging } from 'isophote/kriging'
 *
 * const stripes = { data: new Uint8Array(64).map((_, i) => (i % 4 < 2 ? 40 : 80)), width: 8, height: 8 }
 * const mask = stripes.data.map((_, i) => (i === 27 ? 1 : 0))
 * console.log(kriging(stripes, mask, { quality: 'best' }).data[27]) // 80
 * ```
 * @see N. Wiener, "Extrapolation, Interpolation, and Smoothing of Stationary Time Series", MIT Press,
 * 1949, and D. G. Krige, "A statistical approach to some basic mine valuation problems on the
 * Witwatersrand", Journal of the Chemical, Metallurgical and Mining Society of South Africa 52(6),
 * 1951, hdl:10520/AJA0038223X_4792
 */
export function kriging<I extends Image>(
  image: I,
  mask?: Mask | null,
  radius?: number | (RepairOptions & KrigingOptions),
  options?: RepairOptions & KrigingOptions,
): I {
  return repair<I, KrigingOptions>(image, mask, method, optionsFrom(radius, options))
}
