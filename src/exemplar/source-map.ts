/** Where each filled pixel of a picture was copied from. Pixels are numbered `y * width + x`. */
export interface SourceMap {
  readonly width: number
  readonly height: number
  /** The filled pixels, ascending, */
  readonly pixels: Int32Array
  /** and for each of them the pixel it is a copy of. */
  readonly sources: Int32Array
}
