import type { Hole } from './hole'

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

/**
 * A way to fill a hole: writes the hole's missing samples, in every channel, from the known ones.
 *
 * Any function of this kind can be the `method` of `inpaint`. It is called once for each hole, and
 * may look up to `radius` pixels away from a missing one; what lies further off is `NaN`.
 */
export type Fill<Options = unknown> = (hole: Hole, options: FillOptions & Options) => void

/** A built-in method. */
export interface Method<Options = unknown> {
  readonly fill: Fill<Options>
  /** How far from a missing pixel `fill` reads, given the radius. */
  readonly reach: (radius: number) => number
  /** The names of its own options, beside those every method has. */
  readonly optionNames?: readonly string[]
  /** Throws where one of its own options is wrong. */
  readonly check?: (options: Options) => void
}
