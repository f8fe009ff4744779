/**
 * What steers a completion, as planes over the whole picture, row-major: `y * width + x`. Made from
 * the caller's `guide`, which is checked before; nothing here is. Each part may be missing.
 */
export interface Guidance {
  /** 1 where a pixel may be copied, 0 where not: no patch that touches a 0 is ever copied from. */
  readonly allowed?: Int8Array
  readonly lines?: LineGuidance
  readonly colors?: ColorGuidance
  readonly edges?: EdgeGuidance
}

/**
 * Strokes that go on through the hole. They are drawn across it and a little along the known line at
 * either end: that is where a match at the same distance from the same stroke is found.
 */
export interface LineGuidance {
  /**
   * Pixels to the nearest stroke, negative on the left of its direction of drawing and positive on
   * the right, so that what is above a horizon is not copied below. Anything from 64 on counts as far.
   */
  readonly distance: Float32Array
  /** Which stroke that is, from 1; 0 where none is within 64 pixels. */
  readonly stroke: Int8Array
  /** Twice the angle of the stroke there, as a unit vector: a line has no direction along itself. */
  readonly cosine: Float32Array
  readonly sine: Float32Array
}

/** Colours wanted in the hole. */
export interface ColorGuidance {
  /** One plane per channel of the picture, in its own units: sample `c` of pixel `i` is `samples[c * pixels + i]`. */
  readonly samples: Float64Array
  /** How much each is wanted, 0 to 1. Read in missing pixels only. */
  readonly weight: Float32Array
}

/**
 * Edges of the picture, and of what is to be in the hole: strength times the vector of twice the
 * angle along the edge. Strength is 0 where there is no edge and 1 on a clear one, a pixel or two wide.
 */
export interface EdgeGuidance {
  readonly cosine: Float32Array
  readonly sine: Float32Array
}
