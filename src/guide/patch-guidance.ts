import type { Guidance } from '../exemplar/guidance'

/** Bits of a pixel: a border runs between it and the next one, and between it and the one below. */
export const CUT_RIGHT = 1
export const CUT_DOWN = 2

/** A guide as a method gets it for one patch: of these, what that method has use for. */
export interface PatchGuidance {
  /** Which pixels are parted from the next one, and from the one below. */
  readonly cuts?: Int8Array
  readonly hints?: PatchHints
  /** All of it, for the whole picture. */
  readonly planes?: Guidance
}

/** Colours wanted in the missing pixels of a patch. */
export interface PatchHints {
  /** One plane per channel, as a patch's own samples. */
  readonly samples: Float64Array
  /** 0 to 1. */
  readonly weights: Float64Array
}
