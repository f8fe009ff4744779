import { blendSeam } from './blend-seam'
import type { GuideOptions } from './guide/guide'
import type { PatchGuidance } from './guide/patch-guidance'
import { checkNumber, classOf, wrongKind, wrongValue } from './image/check'
import type { Image, Samples } from './image/image'
import { copyImage, type Picture } from './image/picture'
import { type Bitmap, countBits, dilate as grow } from './mask/bitmap'
import { findRegions } from './mask/holes'
import { type Mask, type MaskOptions, maskOptionNames, readMask } from './mask/mask'
import type { Method, OptionChecks } from './method'
import {
  type AnyPatch,
  cutPatch,
  outlinePatch,
  type Patch,
  type PatchOutline,
  type Planes,
  pastePatch,
} from './patch'
import { type Progress, trackProgress } from './progress'
import { readSeam, type SeamOptions, seamOptionNames } from './seam'

/** What every call takes, whatever its method. */
export interface RepairOptions extends MaskOptions, SeamOptions, Progress {
  /**
   * How many pixels around a missing one take part in filling it: 1 to 100, default 3. A fraction
   * is rounded, halves to even. Larger is smoother, slower, and bridges wider gaps.
   */
  readonly radius?: number
}

/**
 * The way a picture goes: copied, its missing pixels found and split into holes, each hole cut out,
 * filled and pasted back. Every door leads here.
 */
export function repair<I extends Image, Options>(
  image: I,
  mask: Mask | null | undefined,
  method: Method<Options>,
  options: RepairOptions & Options,
): I {
  const work = prepare(image, mask, method, options)
  const { picture, missing, missingPixels, outlines, newPlanes, radius, guidance } = work
  const { paste, report } = work
  const largest = outlines.reduce((most, { size }) => Math.max(most, size), 0)
  const indices = new Int32Array(missingPixels)
  const planes = newPlanes(largest * picture.channels)
  let filled = 0
  for (const outline of outlines) {
    // It holds bytes if the method has said that it takes them.
    const patch = cutPatch(picture, missing, outline, indices, planes) as Patch
    method.fill(patch, {
      ...options,
      radius,
      guidance: guidance?.(patch),
      report: (pixels, estimate) =>
        report(filled + pixels, estimate && method.preview?.(work, patch, estimate)),
    })
    paste(patch)
    filled += patch.missing.length
    report(filled)
  }
  options.onProgress?.(1)
  return picture.result as I
}

/** A picture whose holes are found and not yet filled. */
export interface Work {
  readonly picture: Picture
  readonly missing: Bitmap
  readonly missingPixels: number
  readonly outlines: readonly PatchOutline[]
  /** Memory for so many samples of patches, or all of a buffer, as the method wants it. */
  readonly newPlanes: (memory: number | ArrayBufferLike) => Planes
  readonly radius: number
  /** What the method is told of the caller's guide for a patch, if there is one. */
  readonly guidance?: (patch: Patch) => PatchGuidance
  /** Writes a filled patch into the picture, or into a copy of it. */
  readonly paste: (patch: AnyPatch, copy?: Picture) => void
  readonly report: (pixels: number, preview?: () => Image) => void
}

/**
 * The way as far as the holes. Whatever is wrong with a call comes to light here.
 *
 * @param copySamples As for `copyImage`; where it does not copy, nothing may be pasted before the picture is copied.
 */
export function prepare<Options>(
  image: Image,
  mask: Mask | null | undefined,
  method: Method<Options>,
  options: RepairOptions & GuideOptions & Options,
  copySamples?: (samples: Samples) => Samples,
): Work {
  const { radius: given = method.defaultRadius ?? 3, guide } = options
  checkNumber('radius', given, 1, 100)
  // Its elements round as OpenCV does: halves to even.
  const [radius] = Uint8ClampedArray.of(given)
  if (guide !== undefined && !method.guide) {
    throw wrongKind('guide', 'none, because this method cannot be guided', guide)
  }
  checkOptions(options, method.options, method.guide ? ['guide'] : [])
  const seam = readSeam(options)

  const picture = copyImage(image, copySamples)
  const marked = readMask(mask, picture, options)
  const missing = seam.dilate > 0 ? grow(marked, seam.dilate) : marked
  const missingPixels = countBits(missing)
  if (missingPixels === picture.width * picture.height) {
    const isMarked = countBits(marked) === missingPixels
    const name = isMarked ? (mask ? 'mask' : 'image') : 'dilate'
    const got = isMarked ? 'none' : `${seam.dilate}, which leaves none`
    throw wrongValue(name, 'at least one known pixel to fill from', got)
  }
  const guidance = guide === undefined ? undefined : method.guide?.(guide, picture, missing)
  const report = trackProgress(missingPixels, options)
  const reach = method.reach(radius, options)
  const regions = method.regions?.(missing) ?? findRegions(missing, reach)
  const outlines = regions.map((region) => outlinePatch(region, picture.width, reach))
  // A seam is mixed within the patch, and mixtures are no whole numbers.
  const inBytes = picture.type === 'uint8' && seam.feather === 0 && method.takesBytes?.(options)
  const newPlanes: Work['newPlanes'] = (memory) =>
    inBytes ? new Uint8Array(memory as number) : new Float64Array(memory as number)
  const paste = (patch: AnyPatch, copy = picture): void => {
    if (seam.feather > 0) blendSeam(picture, marked, patch, seam)
    pastePatch(copy, patch)
  }
  const shape = { picture, missing, missingPixels, outlines, newPlanes }
  return { ...shape, radius, guidance, paste, report }
}

/**
 * The two ways to call a method, as one object: `(image, mask, radius, options)` and
 * `(image, mask, { radius, ...options })`.
 */
export function optionsFrom<Options extends RepairOptions>(
  radiusOrOptions: number | Options | undefined,
  options: Options | undefined,
): Options {
  const isObject = typeof radiusOrOptions === 'object' && radiusOrOptions !== null
  const given = isObject ? radiusOrOptions : options
  if (given !== undefined && classOf(given) !== 'Object') {
    throw wrongKind('options', 'an object', given)
  }
  return (
    isObject || radiusOrOptions === undefined ? { ...given } : { ...given, radius: radiusOrOptions }
  ) as Options
}

/** An option that nobody reads is a typing error, and worth an error. */
function checkOptions(options: object, checks: OptionChecks = {}, others: readonly string[]): void {
  const own = [...Object.keys(checks), ...others]
  const known = ['radius', ...own, ...maskOptionNames, ...seamOptionNames, 'onProgress', 'signal']
  for (const [name, value] of Object.entries(options)) {
    if (!known.includes(name)) {
      throw wrongKind('options', `only ${known.join(', ')}`, name)
    }
    if (value !== undefined) checks[name]?.(name, value)
  }
}
