import type { Equation } from './equation'

/** The equation A x = b in some unknowns, with its vectors; those are 0 in all other numbers. */
export interface System {
  /** Ascending. */
  readonly unknowns: Int32Array
  readonly b: Float64Array
  readonly x: Float64Array
  /** Room for a residual. */
  readonly r: Float64Array
  /** y = A x; returns x·y. */
  readonly apply: (x: Float64Array, y: Float64Array) => number
  /** One Gauss-Seidel sweep on x, forwards or backwards. */
  readonly relax: (direction: 1 | -1) => void
}

export function systemOf(
  { apply, relax }: Pick<Equation, 'apply' | 'relax'>,
  unknowns: Int32Array,
  size: number,
): System {
  const b = new Float64Array(size)
  const x = new Float64Array(size)
  return {
    unknowns,
    b,
    x,
    r: new Float64Array(size),
    apply: (x, y) => apply(unknowns, x, y),
    relax: (direction) => relax(unknowns, b, x, direction),
  }
}
