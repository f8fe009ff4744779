import { checkOneOf, classOf, describe } from '../image/check'
import type { Image } from '../image/image'
import { copyImage, type Picture } from '../image/picture'
import { type Bitmap, countBits } from '../mask/bitmap'
import { type Mask, type MaskOptions, maskOptionNames, readMask } from '../mask/mask'
import { type Progress, trackProgress } from '../progress'
import { type Boundary, boundaries } from './boundary'
import type { Setting } from './channel'
import type { Method } from './method'
import { type MethodName, type MethodOptions, methodNamed } from './methods'
import { checkFits } from './otf'
import { contrastOf } from './planes'
import { from, type PsfSource } from './psf/from'

/** How far an iterative method is. */
export interface Iteration {
  /** Which of the picture's channels, from 0. */
  readonly channel: number
  /** How many are done. */
  readonly iterations: number
  /**
   * The root mean square, over the known samples and in their units, of what is still between the
   * picture and the blurred result. About the noise's standard deviation when all is explained.
   */
  readonly residual: number
}

/** What every call takes, whatever its method. */
export interface CommonOptions extends MaskOptions, Progress {
  /** What lies outside the frame: see {@link Boundary}. Default: what suits the method. */
  readonly boundary?: Boundary
  /**
   * Dead or saturated pixels: they take no part, and come back filled. Non-zero means missing; any
   * kind of mask `inpaint` takes. `NaN` samples are missing without a mask.
   */
  readonly mask?: Mask | null
  /** Called by iterative methods after every iteration. */
  readonly onIteration?: (iteration: Iteration) => void
}

/** What `deconvolve` takes beside the image and the PSF. */
export interface DeconvolveOptions extends CommonOptions, MethodOptions {
  /** A method by its name. Default `'wiener'`. */
  readonly method?: MethodName
}

/** A picture that is copied and checked, and how it is to be deconvolved. */
export interface Work {
  readonly picture: Picture
  readonly setting: Setting
  readonly report: (channels: number) => void
}

/** The way as far as the channels. Whatever is wrong with a call comes to light here. */
export function prepare(
  image: Image,
  psfSource: PsfSource,
  name: MethodName,
  options: DeconvolveOptions,
): Work {
  const method = methodNamed(name)
  checkNames(options, method.optionNames)
  method.check(options)
  const { boundary = method.boundary, onIteration } = options
  checkOneOf('boundary', boundary, boundaries)
  if (onIteration !== undefined && typeof onIteration !== 'function') {
    throw new TypeError(`onIteration: expected a function, got ${describe(onIteration)}`)
  }
  const psf = from(psfSource)
  const picture = copyImage(image)
  const { width, height, channels } = picture
  checkFits(psf, width, height)
  const missing = missingSamples(picture, options)
  const report = trackProgress(channels, options)
  const contrast = method.needsContrast ? contrastOf(picture, missing) : 1
  const own = ownOptions(method, options)
  const setting = { width, height, psf, method: name, options: own, boundary, missing, contrast }
  return { picture, setting, report }
}

/** The two ways to call: `(image, psf, method, options)` and `(image, psf, { method, ...options })`. */
export function callFrom<Options extends DeconvolveOptions>(
  methodOrOptions: MethodName | Options | undefined,
  lastOptions: Options | undefined,
): { method: MethodName; options: Omit<Options, 'method'> } {
  const isObject = typeof methodOrOptions === 'object' && methodOrOptions !== null
  const given = isObject ? methodOrOptions : lastOptions
  if (given !== undefined && classOf(given) !== 'Object') {
    throw new TypeError(`options: expected an object, got ${describe(given)}`)
  }
  const { method: named = 'wiener', ...options } = { ...given } as Options
  const method = isObject || methodOrOptions === undefined ? named : methodOrOptions
  return { method, options }
}

function missingSamples(picture: Picture, options: CommonOptions): Bitmap | undefined {
  const { mask } = options
  const isInteger = picture.type !== 'float32' && picture.type !== 'float64'
  // Nothing can be missing; `readMask` would ask for a mask.
  if (isInteger && (mask === undefined || mask === null)) return undefined
  const missing = readMask(mask, picture, options)
  const count = countBits(missing)
  if (count === picture.width * picture.height) {
    const name = mask ? 'mask' : 'image'
    throw new RangeError(`${name}: expected at least one known pixel, got none`)
  }
  return count > 0 ? missing : undefined
}

/** An option that nobody reads is a typing error, and worth an error. */
function checkNames(options: object, ofMethod: readonly string[]): void {
  const common = ['boundary', 'mask', ...maskOptionNames, 'onIteration', 'onProgress', 'signal']
  const known = [...ofMethod, ...common]
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue
    throw new TypeError(`options: expected only ${known.join(', ')}, got ${describe(name)}`)
  }
}

/** What a method reads of a call's options; callbacks among the others could not travel to a worker. */
function ownOptions({ optionNames }: Method<MethodOptions>, options: MethodOptions): MethodOptions {
  const own = Object.entries(options).filter(([name]) => optionNames.includes(name))
  return Object.fromEntries(own)
}
