import type { Fill } from '../custom-method'
import type { Image } from '../image/image'
import { inpaintAmong } from '../inpaint-among'
import type { Mask } from '../mask/mask'
import type { RepairOptions } from '../repair'
import { type CoreMethodName, type CoreMethodOptions, coreMethods } from './methods'

export type { CoherenceOptions } from '../coherence/method'
export type { Fill, Hole } from '../custom-method'
export type { Image, NdarrayImage, RawImage, Samples, SharpImage } from '../image/image'
export type { Mask, MaskData, MaskOptions } from '../mask/mask'
export type { NavierStokesOptions } from '../navier-stokes/options'
export type { RepairOptions } from '../repair'
export type { TeleaOptions } from '../telea/method'
export type { CoreMethodName, CoreMethodOptions } from './methods'

/** What the core's `inpaint` takes beside the image and the mask. */
export interface CoreInpaintOptions extends RepairOptions, CoreMethodOptions {
  /** A method of the core by its name, or a function that fills a hole. Default `'telea'`. */
  readonly method?: CoreMethodName | Fill
}

/**
 * `inpaint` for pages that count kilobytes: the same function with marching and equations, and
 * without the methods that transform or search the picture, which are more than half of its code.
 *
 * @param image As for `inpaint` of `isophote`: any kind of image.
 * @param mask As many pixels as the image; non-zero means missing.
 * @param radius How many pixels around a missing one take part, 1 to 100, default 3, for
 * `'coherence'` 5; larger is smoother and slower.
 * @param method `'telea'` (default), `'ns'`, `'navier-stokes'`, `'coherence'`, `'harmonic'`,
 * `'biharmonic'`, or a function that fills a {@link Hole}.
 * @param options The rest, as for `inpaint` of `isophote`. The third argument may also be an object
 * with all of it.
 * @returns The repaired image: the same, to the last bit, as from `isophote`.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} A size, a value or a name is wrong; an image sample is infinite; or no known
 * pixel is left to fill from.
 * @example
 * ```ts
 * import { inpaint } from 'isophote/core'
 *
 * const image = { data: new Uint8Array([10, 0, 30]), width: 3, height: 1 }
 * console.log(inpaint(image, [0, 1, 0], 3, 'ns').data) // Uint8Array(3) [ 10, 20, 30 ]
 * ```
 */
export function inpaint<I extends Image>(
  image: I,
  mask: Mask | null | undefined,
  radius?: number,
  method?: CoreMethodName | Fill,
  options?: CoreInpaintOptions,
): I
export function inpaint<I extends Image>(
  image: I,
  mask?: Mask | null,
  options?: CoreInpaintOptions,
): I
export function inpaint<I extends Image>(
  image: I,
  mask?: Mask | null,
  radiusOrOptions?: number | CoreInpaintOptions,
  method?: CoreMethodName | Fill,
  lastOptions?: CoreInpaintOptions,
): I {
  return inpaintAmong(coreMethods, image, mask, radiusOrOptions, method, lastOptions)
}
