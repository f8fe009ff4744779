import type { Patch, PatchOutline } from '../patch'
import type { Equation } from './equation'
import { UNKNOWN } from './pixel-kind'
import type { System } from './system'

/** One level of a multigrid: a system whose unknowns are cells of a lattice. */
export interface Level extends System, PatchOutline {
  /** Of the whole lattice, of which `runs` are a part. */
  readonly imageWidth: number
  readonly imageHeight: number
  /** 1 for each unknown cell with the row all cells have that are far from known ones and edges. */
  readonly regular: Int8Array
  /** Writes a cell's row to `window`: the coefficient of the cell at (dx, dy) goes to `5 * dy + dx + 12`. */
  readonly readRow: (cell: number, window: Float64Array) => void
}

/** The level whose cells are pixels. */
export function finestLevel(
  patch: Patch,
  { lattice, row, irregular }: Equation,
  system: System,
): Level {
  const { kind } = lattice
  const { unknowns } = system
  const regular = new Int8Array(patch.size)
  for (const i of unknowns) {
    if (!irregular?.[i] && row(i).neighbours.every((j) => kind[j] === UNKNOWN)) regular[i] = 1
  }
  return {
    ...patch,
    ...system,
    regular,
    readRow(cell, window) {
      window.fill(0)
      const { neighbours, coefficients, places } = row(cell)
      for (let t = 0; t < places.length; t++) {
        if (kind[neighbours[t]] === UNKNOWN) window[places[t]] = coefficients[t]
      }
    },
  }
}
