import type { Patch } from './patch'

/** What every method is told. */
export interface FillOptions {
  /** Whole pixels, 1 to 100: how far a method looks around a missing pixel. */
  readonly radius: number
  /**
   * To be called now and then with the number of pixels of this hole filled so far. It drives the
   * caller's progress bar, and throws when the caller has aborted.
   */
  readonly report: (pixels: number) => void
}

/** A way to fill holes. */
export interface Method<Options = unknown> {
  /** Writes the missing samples of a patch, in every channel, from the known ones. */
  readonly fill: (patch: Patch, options: FillOptions & Options) => void
  /** How far from a missing pixel `fill` reads, given the radius. */
  readonly reach: (radius: number, options: Options) => number
  /** The radius of a call that gives none, where it is not 3. */
  readonly defaultRadius?: number
  /** The names of its own options, beside those every method has. */
  readonly optionNames?: readonly string[]
  /** Throws where one of its own options is wrong. */
  readonly check?: (options: Options) => void
}
