import type { MethodName as DeconvolutionMethod } from '../deconvolution/methods'
import type { PsfSource } from '../deconvolution/psf/from'
import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'
import type { MethodName } from '../methods'
import { type DeconvolveAsyncOptions, deconvolveOn } from './deconvolve-on'
import { type InpaintAsyncOptions, inpaintOn } from './inpaint-on'
import { browser } from './thread-browser'

export type { Image, NdarrayImage, RawImage, Samples, SharpImage } from '../image/image'
export type { Mask, MaskData, MaskOptions } from '../mask/mask'
export type { MethodName } from '../methods'
export type { WorkerOptions } from './conditions'
export type { DeconvolveAsyncOptions } from './deconvolve-on'
export type { InpaintAsyncOptions } from './inpaint-on'
export type { AbortSignalLike } from './run-errands'

/**
 * `inpaint` off the calling thread: the holes are filled by a few workers, Web Workers in browsers
 * and `worker_threads` in Node. The result is that of `inpaint`, to the last bit.
 *
 * The image is copied before the call returns, so it may be changed or transferred at once. That
 * copy, reading the mask and finding the holes are done by the calling thread; after that it only
 * copies, for a few milliseconds at a time, what the workers need and what they send back.
 *
 * Workers are kept for some seconds and shared by all calls. Idle ones let the process exit.
 *
 * @param image As for `inpaint`: any kind of image, 8-bit, 16-bit or float, any number of channels.
 * @param mask As many pixels as the image; non-zero means missing.
 * @param radius How many pixels around a missing one take part, 1 to 100, default 3; larger is
 * smoother and slower.
 * @param method A built-in method by its name, as for `inpaint`; default `'telea'`.
 * @param options The rest: those of `inpaint`, `workers` and `workerUrl`. The third argument may
 * also be an object with all of it.
 * @returns A promise of the repaired image, of the same kind as `image`.
 * @throws Nothing: all errors reject the promise. `TypeError` and `RangeError` are those of
 * `inpaint`; an aborted `signal` gives its reason; a worker that breaks down gives its error.
 * @example
 * ```ts
 * import { inpaintAsync } from 'isophote/worker'
 *
 * const image = { data: new Uint8Array([10, 0, 30]), width: 3, height: 1 }
 * const restored = await inpaintAsync(image, [0, 1, 0], 3, 'ns')
 * console.log(restored.data) // Uint8Array(3) [ 10, 20, 30 ]
 * ```
 */
export function inpaintAsync<I extends Image>(
  image: I,
  mask: Mask | null | undefined,
  radius?: number,
  method?: MethodName,
  options?: InpaintAsyncOptions,
): Promise<I>
export function inpaintAsync<I extends Image>(
  image: I,
  mask?: Mask | null,
  options?: InpaintAsyncOptions,
): Promise<I>
export function inpaintAsync<I extends Image>(
  image: I,
  mask?: Mask | null,
  radiusOrOptions?: number | InpaintAsyncOptions,
  method?: MethodName,
  lastOptions?: InpaintAsyncOptions,
): Promise<I> {
  return inpaintOn(browser, image, mask, radiusOrOptions, method, lastOptions)
}

/**
 * `deconvolve` off the calling thread: each channel by a worker, as many at once as there are
 * workers. The result is that of `deconvolve`, to the last bit.
 *
 * The image is copied before the call returns, so it may be changed or transferred at once.
 *
 * @param image As for `deconvolve`: any kind of image, 8-bit, 16-bit or float, any number of channels.
 * @param psf From the `psf` toolbox, or an image, an `ndarray` or rows of numbers.
 * @param method As for `deconvolve`; default `'wiener'`.
 * @param options The rest: those of `deconvolve`, `workers` and `workerUrl`. The third argument may
 * also be an object with all of it.
 * @returns A promise of the sharpened image, of the same kind as `image`.
 * @throws Nothing: all errors reject the promise. `TypeError` and `RangeError` are those of
 * `deconvolve`; an aborted `signal` gives its reason; a worker that breaks down gives its error.
 * @example
 * ```ts
 * import { deconvolveAsync } from 'isophote/worker'
 *
 * const blurred = { data: new Float32Array([0, 30, 30, 30, 0]), width: 5, height: 1 }
 * const sharp = await deconvolveAsync(blurred, [[1, 1, 1]], 'richardson-lucy', { iterations: 100 })
 * console.log(Math.round(sharp.data[2])) // 90
 * ```
 */
export function deconvolveAsync<I extends Image>(
  image: I,
  psf: PsfSource,
  method?: DeconvolutionMethod,
  options?: DeconvolveAsyncOptions,
): Promise<I>
export function deconvolveAsync<I extends Image>(
  image: I,
  psf: PsfSource,
  options?: DeconvolveAsyncOptions,
): Promise<I>
export function deconvolveAsync<I extends Image>(
  image: I,
  psf: PsfSource,
  methodOrOptions?: DeconvolutionMethod | DeconvolveAsyncOptions,
  lastOptions?: DeconvolveAsyncOptions,
): Promise<I> {
  return deconvolveOn(browser, image, psf, methodOrOptions, lastOptions)
}
