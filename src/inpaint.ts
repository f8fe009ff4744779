import type { Fill } from './custom-method'
import type { Image } from './image/image'
import { inpaintAmong } from './inpaint-among'
import type { Mask } from './mask/mask'
import { type MethodName, type MethodOptions, methods } from './methods'
import type { RepairOptions } from './repair'

/** What `inpaint` takes beside the image and the mask. */
export interface InpaintOptions extends RepairOptions, MethodOptions {
  /** A built-in method by its name, or a function that fills a hole. Default `'telea'`. */
  readonly method?: MethodName | Fill
}

/**
 * Fills the missing pixels of an image from the known ones around them.
 *
 * The image is not written to: the result is a new one of the same kind, with the same class of
 * typed array. Samples that are not missing come back bit-identical.
 *
 * @param image Samples in rows, channels interleaved: an `ImageData`, anything shaped
 * `{ data, width, height, channels? }`, sharp's `{ data, info }`, or an `ndarray` of shape
 * `[height, width]` or `[height, width, channels]`. 8-bit, 16-bit or float, any number of channels.
 * A pixel with a `NaN` sample is missing, whatever the mask says.
 * @param mask As many pixels as the image; non-zero means missing. Numbers or booleans, bare or as
 * an image or `ndarray`. May be left out for float images whose missing pixels are `NaN`.
 * @param radius How many pixels around a missing one take part, 1 to 100, default 3, for
 * `'coherence'` 5, for `'kriging'` and `'auto'` 8. Larger is smoother and slower; take 5 to 10 for
 * strokes wider than a few pixels.
 * @param method `'telea'` (default), `'ns'`, `'navier-stokes'` or `'coherence'`, which keep edges and
 * lines sharp, `'harmonic'`, `'biharmonic'`, `'kriging'` for the best picture, `'auto'` to have one
 * chosen for each hole, or a function that fills a {@link Hole}.
 * @param options The rest: how to read the mask, `gradient` for `'telea'`, `viscosity`,
 * `iterations` and `tolerance` for `'navier-stokes'`, `smoothing` and others for `'coherence'`,
 * `quality` for `'kriging'` and `'auto'`, `onProgress`, `signal`. The third argument may also be an
 * object with all of it.
 * @returns The repaired image.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} A size, a value or a name is wrong; an image sample is infinite; or no known
 * pixel is left to fill from.
 * @example
 * ```ts
 * import { inpaint } from 'isophote'
 *
 * const image = { data: new Uint8Array([10, 0, 30]), width: 3, height: 1 }
 * const mask = [0, 1, 0]
 * const restored = inpaint(image, mask, 3, 'ns')
 * console.log(restored.data) // Uint8Array(3) [ 10, 20, 30 ]
 * ```
 * @see A. Telea, "An Image Inpainting Technique Based on the Fast Marching Method", Journal of
 * Graphics Tools 9(1), 2004, doi:10.1080/10867651.2004.10487596
 * @see M. Bertalmio, A. L. Bertozzi, G. Sapiro, "Navier-Stokes, Fluid Dynamics, and Image and Video
 * Inpainting", CVPR 2001, doi:10.1109/CVPR.2001.990497
 * @see F. Bornemann, T. März, "Fast Image Inpainting Based on Coherence Transport", Journal of
 * Mathematical Imaging and Vision 28(3), 2007, doi:10.1007/s10851-007-0017-6
 */
export function inpaint<I extends Image>(
  image: I,
  mask: Mask | null | undefined,
  radius?: number,
  method?: MethodName | Fill,
  options?: InpaintOptions,
): I
export function inpaint<I extends Image>(image: I, mask?: Mask | null, options?: InpaintOptions): I
export function inpaint<I extends Image>(
  image: I,
  mask?: Mask | null,
  radiusOrOptions?: number | InpaintOptions,
  method?: MethodName | Fill,
  lastOptions?: InpaintOptions,
): I {
  return inpaintAmong(methods, image, mask, radiusOrOptions, method, lastOptions)
}
