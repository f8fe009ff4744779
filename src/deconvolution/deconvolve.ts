import type { Image } from '../image/image'
import { channelSolver } from './channel'
import type { MethodName } from './methods'
import { pasteChannel, takeChannel } from './planes'
import { callFrom, type DeconvolveOptions, prepare } from './prepare'
import type { PsfSource } from './psf/from'

/**
 * Undoes a known blur: finds the picture that, blurred by the PSF, is the one that came.
 *
 * The image is not written to: the result is a new one of the same kind, with the same class of
 * typed array. Every channel is treated alike, alpha too. 8- and 16-bit samples are rounded and
 * clamped at the end; floats come back as they are, in the range and units they had.
 *
 * @param image Samples in rows, channels interleaved: all kinds of image `inpaint` takes. 8-bit,
 * 16-bit or float, any number of channels. A pixel with a `NaN` sample is missing.
 * @param psf What one bright point of the scene became: from the `psf` toolbox, or an image, an
 * `ndarray` or rows of numbers, divided by their sum. No larger than the image.
 * @param method `'wiener'` (default) and `'tikhonov'`, `'inverse'`, `'unsupervised-wiener'`: one
 * step. `'richardson-lucy'`, `'total-variation'`, `'hyper-laplacian'`: iterations, and better.
 * @param options The rest: the method's own, `boundary`, `mask`, `onIteration`, `onProgress`,
 * `signal`. The third argument may also be an object with all of it.
 * @returns The sharpened image.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} A size, a value or a name is wrong; the PSF is larger than the image; an image
 * sample is infinite; or no pixel is known.
 * @example
 * ```ts
 * import { deconvolve, psf } from 'isophote/deconvolution'
 *
 * const blurred = { data: new Uint8Array([0, 0, 60, 60, 60, 0, 0]), width: 7, height: 1 }
 * const sharp = deconvolve(blurred, psf.box(3, 1), 'richardson-lucy', { iterations: 100 })
 * console.log(sharp.data.join()) // 0,0,0,180,0,0,0
 * ```
 * @see N. Wiener, "Extrapolation, Interpolation, and Smoothing of Stationary Time Series", MIT Press
 * 1949, doi:10.7551/mitpress/2946.001.0001
 */
export function deconvolve<I extends Image>(
  image: I,
  psf: PsfSource,
  method?: MethodName,
  options?: DeconvolveOptions,
): I
export function deconvolve<I extends Image>(
  image: I,
  psf: PsfSource,
  options?: DeconvolveOptions,
): I
export function deconvolve<I extends Image>(
  image: I,
  psf: PsfSource,
  methodOrOptions?: MethodName | DeconvolveOptions,
  lastOptions?: DeconvolveOptions,
): I {
  const { method, options } = callFrom(methodOrOptions, lastOptions)
  const { picture, setting, report } = prepare(image, psf, method, options)
  const { onIteration, onProgress } = options
  const solve = channelSolver(setting)
  // Of a single channel of doubles the copy is a plane already.
  const isPlane = picture.channels === 1 && picture.type === 'float64'
  const samples = isPlane
    ? (picture.samples as Float64Array)
    : new Float64Array(picture.width * picture.height)
  for (let channel = 0; channel < picture.channels; channel++) {
    if (!isPlane) takeChannel(picture, channel, samples)
    solve(samples, {
      progress: (fraction) => report(channel + fraction),
      iteration:
        onIteration && ((iterations, residual) => onIteration({ channel, iterations, residual })),
    })
    if (!isPlane) pasteChannel(picture, channel, samples)
    report(channel + 1)
  }
  onProgress?.(1)
  return picture.result as I
}
