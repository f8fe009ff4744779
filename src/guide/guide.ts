import type { EdgeMap } from '../edges/canny'
import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'

/** Points [x, y] in pixels, joined one after the other; whole numbers are the middles of pixels. */
export type Points = readonly (readonly [x: number, y: number])[]

/** A line, one pixel wide unless it says otherwise. */
export type Line = Points | { readonly points: Points; readonly width?: number }

/** What a person knows of what is to be in a hole. Every part may be left out. */
export interface Guide {
  /**
   * Where pixels may be copied from: as many pixels as the image, non-zero means yes. Of an image in
   * colour, any channel but alpha counts. For `'exemplar'`.
   */
  readonly source?: Mask
  /** Where pixels may not be copied from, whatever `source` says: non-zero means not. For `'exemplar'`. */
  readonly forbid?: Mask
  /**
   * Lines that go on through the hole: a pole, a wire, a horizon. Draw them across it, and some pixels
   * along what is still there of them on both sides. For `'exemplar'` and `'harmonic'`.
   */
  readonly lines?: readonly Line[]
  /**
   * Colours wanted in the hole: an image of the same size with one channel more than colours, which
   * says how much: 0 not at all, full scale as good as known. Looked at only where pixels are missing.
   * For `'exemplar'`, `'harmonic'` and `'biharmonic'`.
   */
  readonly colors?: Image
  /**
   * Borders that go on through the hole, between what is left and what is right of them: lines, as
   * `completeEdges` finds them; a map of edges with their directions, as `canny` makes it; or any drawing
   * of the image's size, not zero on edges. Looked at only where pixels are missing. For `'exemplar'`
   * and `'harmonic'`.
   */
  readonly edges?: readonly Line[] | EdgeMap | Mask
}

/** The names of a guide's parts. */
export type GuidePart = keyof Guide

/** An option of methods that can be steered. */
export interface GuideOptions {
  /** Where to copy from, and the lines, colours and edges that are to be in the hole. */
  readonly guide?: Guide
}
