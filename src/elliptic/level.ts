import type { PatchOutline } from '../patch'
import type { Equation } from './equation'
import { UNKNOWN } from './lattice'

/** One level of the multigrid: an equation A x = b on a lattice, with its vectors. */
export interface Level extends PatchOutline {
  /** The size of the whole lattice, of which `runs` are a part. */
  readonly width: number
  readonly height: number
  /** The numbers of the unknown cells, ascending. */
  readonly unknowns: Int32Array
  /** 1 for each unknown cell with the row all cells have that are far from known ones and edges. */
  readonly regular: Int8Array
  readonly b: Float64Array
  /** 0 in every number that is no unknown cell. */
  readonly x: Float64Array
  /** Room for a residual. */
  readonly r: Float64Array
  /** Writes a cell's row to `window`: the coefficient of the cell at (dx, dy) goes to `5 * dy + dx + 12`. */
  readonly readRow: (cell: number, window: Float64Array) => void
  readonly apply: (x: Float64Array, y: Float64Array) => void
  /** One Gauss-Seidel sweep on x. */
  readonly relax: (direction: 1 | -1) => void
}

/** The equation itself, in some of the missing pixels of a patch. */
export function finestLevel(
  {
    runs,
    size,
    imageWidth,
    imageHeight,
  }: PatchOutline & { imageWidth: number; imageHeight: number },
  equation: Equation,
  unknowns: Int32Array,
): Level {
  const { lattice, row, neighbours, coefficients, places, fullRow } = equation
  const { kind } = lattice
  const b = new Float64Array(size)
  const x = new Float64Array(size)
  const regular = new Int8Array(size)
  for (let n = 0; n < unknowns.length; n++) {
    const count = row(unknowns[n])
    let t = 0
    while (t < count && kind[neighbours[t]] === UNKNOWN) t++
    if (t === fullRow) regular[unknowns[n]] = 1
  }
  return {
    runs,
    size,
    width: imageWidth,
    height: imageHeight,
    unknowns,
    regular,
    b,
    x,
    r: new Float64Array(size),
    readRow(cell, window) {
      window.fill(0)
      const count = row(cell)
      for (let t = 0; t < count; t++) {
        if (kind[neighbours[t]] === UNKNOWN) window[places[t]] = coefficients[t]
      }
    },
    apply: (x, y) => equation.apply(unknowns, x, y),
    relax: (direction) => equation.relax(unknowns, b, x, direction),
  }
}
