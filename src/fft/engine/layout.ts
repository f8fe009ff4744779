/** Where a batch of transforms finds its numbers, or leaves them. */
export interface Layout {
  /** From one number of a transform to the next. */
  readonly stride: number
  /** From one transform of the batch to the next. */
  readonly step: number
  /** From an index into the real parts to the one into the imaginary parts. */
  readonly shift: number
}

/** One transform, its numbers one after another in two planes. */
export const planar: Layout = { stride: 1, step: 0, shift: 0 }
