import type { Lattice } from './lattice'
import type { System } from './system'

/**
 * A linear equation A u = f with one row for each unknown pixel of a patch, which couples it to
 * pixels at most two rows and columns away. A is symmetric, and positive definite once a known pixel
 * is coupled to every connected set of unknown ones.
 */
export interface Equation {
  readonly lattice: Lattice
  /**
   * Writes the row of an unknown pixel to `neighbours` and `coefficients`, the pixel itself first,
   * then all others it is coupled to, known or not; returns how many. The coefficients sum to
   * `screen`, or without it to 0: then a constant solves A u = 0.
   */
  readonly row: (pixel: number) => number
  readonly neighbours: Int32Array
  readonly coefficients: Float64Array
  /** Where each neighbour lies: `5 * dy + dx + 12`. */
  readonly places: Int8Array
  /** How many there are in a row far from the image's edge; all these rows are alike, if not `irregular`. */
  readonly fullRow: number
  /** 1 for each pixel whose row is like no other. */
  readonly irregular?: Int8Array
  /** What the coefficients of each pixel's row sum to. */
  readonly screen?: Float64Array
  /** y = A x in the given unknown pixels; x must be 0 in all other numbers of the patch. Returns x·y. */
  readonly apply: (unknowns: Int32Array, x: Float64Array, y: Float64Array) => number
  /** One Gauss-Seidel sweep for A x = b over the given unknown pixels, forwards or backwards. */
  readonly relax: (
    unknowns: Int32Array,
    b: Float64Array,
    x: Float64Array,
    direction: 1 | -1,
  ) => void
  /**
   * What makes the system's x an approximate solution of A x = b and returns b·x, where the equation
   * knows a better way than multigrid.
   */
  readonly precondition?: (system: System) => (() => number) | undefined
}
