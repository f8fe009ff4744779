import type { Guide } from './guide/guide'
import type { PatchGuidance } from './guide/patch-guidance'
import type { Image } from './image/image'
import type { Picture } from './image/picture'
import type { Bitmap } from './mask/bitmap'
import type { Region } from './mask/holes'
import type { Patch } from './patch'
import type { Work } from './repair'

/** What every method is told. */
export interface FillOptions {
  /** Whole pixels, 1 to 100: how far a method looks around a missing pixel. */
  readonly radius: number
  /**
   * To be called now and then with the number of pixels of this hole filled so far. It drives the
   * caller's progress bar, and throws when the caller has aborted. With a second argument there is
   * something to see: when that is called, it writes the missing samples as they look by then.
   */
  readonly report: (pixels: number, estimate?: () => void) => void
}

/** What a method is told that can be guided. */
export interface GuidedFillOptions extends FillOptions {
  /** What the method has made of the caller's guide for this patch. */
  readonly guidance?: PatchGuidance
}

/** For each option by name what throws where its value is wrong; one that is not given is not checked. */
export type OptionChecks = Readonly<Record<string, (name: string, value: unknown) => void>>

/** A way to fill holes. */
export interface Method<Options = unknown> {
  /** Writes the missing samples of a patch, in every channel, from the known ones. */
  readonly fill: (patch: Patch, options: GuidedFillOptions & Options) => void
  /**
   * Whether it fills 8-bit images with whole numbers from 0 to 255: then their patches hold bytes,
   * an eighth of the memory.
   */
  readonly takesBytes?: (options: Options) => boolean
  /** How far from a missing pixel `fill` reads, given the radius. */
  readonly reach: (radius: number, options: Options) => number
  /** Splits a picture's missing pixels where it is not their reach that parts them. */
  readonly regions?: (missing: Bitmap) => Region[]
  /** The radius of a call that gives none, where it is not 3. */
  readonly defaultRadius?: number
  /** Of a method that gives estimates: what writes one into a patch and shows the picture with it. */
  readonly preview?: (work: Work, patch: Patch, estimate: () => void) => () => Image
  /** Its own options, beside those every method has, by name. */
  readonly options?: OptionChecks
  /**
   * Checks a guide for a picture whose missing pixels are known; returns what makes of it what `fill` is
   * told for one patch. A method without this cannot be guided.
   */
  readonly guide?: (
    guide: Guide,
    picture: Picture,
    missing: Bitmap,
  ) => (patch: Patch) => PatchGuidance
}
