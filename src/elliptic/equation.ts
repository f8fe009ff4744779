import type { Lattice } from './lattice'

/**
 * A linear equation A u = f with one row for each unknown pixel of a patch, which couples it to few
 * pixels near it. A is symmetric, and positive definite once a known pixel is coupled to every
 * connected set of unknown ones.
 */
export interface Equation {
  readonly lattice: Lattice
  /**
   * Writes the row of an unknown pixel to `neighbours` and `coefficients`, the pixel itself first,
   * then all others it is coupled to, known or not; returns how many.
   */
  readonly row: (pixel: number) => number
  readonly neighbours: Int32Array
  readonly coefficients: Float64Array
}
