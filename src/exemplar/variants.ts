import type { GuideOptions } from '../guide/guide'
import { checkNumber } from '../image/check'
import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'
import { cutPatch } from '../patch'
import { previewOf } from '../preview'
import { optionsFrom, prepare, type RepairOptions, type Work } from '../repair'
import { completeScene } from './complete-scene'
import { copyInto } from './copies'
import { fillSmoothly } from './fill'
import { type ExemplarOptions, exemplar as method } from './method'
import { usedSources } from './penalties'
import { sceneOf } from './scene'
import type { Copied } from './seams'
import type { SourceMap } from './source-map'
import type { Window } from './window'

/** One way to complete a picture. */
export interface Completion<I extends Image> {
  /** The repaired image, of the same kind as the one that came. */
  readonly image: I
  /** Where its filled pixels were copied from, for `replay`. */
  readonly sources: SourceMap
}

/** What `variants` takes beside the image and the mask. */
export interface VariantOptions extends RepairOptions, ExemplarOptions, GuideOptions {
  /** How many completions there are at most, a whole number from 1; default 3. */
  readonly count?: number
}

/**
 * Several completions of the same hole, to choose from. The first is that of `exemplar`; each further
 * one avoids what those before it were made of. They are computed one by one, when they are asked for,
 * and what does not depend on the choice is computed once: leave the loop when one pleases.
 *
 * @param image As for `exemplar`: any kind of image, 8-bit, 16-bit or float, any number of channels.
 * @param mask As many pixels as the image; non-zero means missing.
 * @param options `count`, and those of `exemplar`.
 * @returns The completions, each with the map of where its pixels were copied from. Where nothing is
 * missing, or too little is known to copy any, there is one, and its map is empty.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown. This and the next
 * before the first completion is asked for.
 * @throws {RangeError} A size or a value is wrong, or nothing is left to copy from.
 * @example
 * ```ts
 * import { variants } from 'isophote/exemplar'
 *
 * const data = new Uint8Array(4096).map((_, i) => Math.imul(i, 0x9e3779b1) >>> 24)
 * const mask = data.map((_, i) => (i % 64 > 20 && i % 64 < 40 && i > 1300 && i < 2500 ? 1 : 0))
 * const [first, second] = variants({ data, width: 64, height: 64 }, mask, { count: 2 })
 * console.log(first.image.data.some((value, i) => value !== second.image.data[i])) // true
 * ```
 */
export function variants<I extends Image>(
  image: I,
  mask?: Mask | null,
  options?: VariantOptions,
): Generator<Completion<I>, void, undefined> {
  const { count = 3, ...others } = optionsFrom<VariantOptions>(undefined, options)
  checkNumber('count', count, 1, Infinity, 'whole number')
  return completions(prepare(image, mask, method, others), count, others)
}

function* completions<I extends Image>(
  work: Work,
  count: number,
  options: VariantOptions,
): Generator<Completion<I>, void, undefined> {
  const { picture, missing, missingPixels, outlines, radius, guidance, report } = work
  const { width, height } = picture
  const [outline] = outlines
  if (outline === undefined) {
    yield { image: picture.result as I, sources: emptyMap(width, height) }
    return
  }
  const indices = new Int32Array(missingPixels)
  const planes = new Float64Array(outline.size * picture.channels)
  const patch = cutPatch(picture, missing, outline, indices, planes)
  const { seed = 0 } = options
  const planned = guidance?.(patch)
  const scene = sceneOf(patch, options, planned?.planes)
  if (scene === undefined) {
    fillSmoothly(patch, { radius, report: (pixels) => report(pixels) })
    yield { image: previewOf(work, patch) as I, sources: emptyMap(width, height) }
    return
  }
  const used = usedSources(scene.levels)
  for (let n = 0; n < count; n++) {
    const copied = completeScene(scene, patch, {
      seed: seed + n,
      used: n > 0 ? used.penalties : undefined,
      report: (pixels) => report((n * missingPixels + pixels) / count),
    })
    used.note()
    copyInto(patch, scene.window, copied)
    const sources = mapOf(copied, scene.window, width, height)
    if (n === count - 1) options.onProgress?.(1)
    yield { image: previewOf(work, patch) as I, sources }
  }
}

function emptyMap(width: number, height: number): SourceMap {
  return { width, height, pixels: new Int32Array(0), sources: new Int32Array(0) }
}

function mapOf(copied: Copied, window: Window, width: number, height: number): SourceMap {
  const inPicture = (i: number): number => {
    const y = Math.floor(i / window.width)
    return (window.top + y) * width + window.left + i - y * window.width
  }
  return {
    width,
    height,
    pixels: copied.missing.map(inPicture),
    sources: copied.sources.map(inPicture),
  }
}
