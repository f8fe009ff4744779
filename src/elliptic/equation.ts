import type { Lattice } from './lattice'
import type { System } from './system'

/** What couples an unknown pixel to itself, which comes first, and to others, known or not. */
export interface Row {
  /** The pixels; 0, with a coefficient of 0, where there is none. */
  readonly neighbours: readonly number[]
  readonly coefficients: readonly number[]
  /** Where each of them lies: `5 * dy + dx + 12`. */
  readonly places: readonly number[]
}

/**
 * A linear equation A u = f with one row for each unknown pixel of a patch, which couples it to
 * pixels at most two rows and columns away. A is symmetric, and positive definite once a known pixel
 * is coupled to every connected set of unknown ones.
 */
export interface Equation {
  readonly lattice: Lattice
  /**
   * The row of an unknown pixel; it may be written over when the next is asked for. The coefficients
   * sum to `screen`, or without it to 0: then a constant solves A u = 0. Rows whose
   * pixels are all unknown are alike, if not `irregular`.
   */
  readonly row: (pixel: number) => Row
  /** Not 0 for each pixel whose row is like no other. */
  readonly irregular?: ArrayLike<number>
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
