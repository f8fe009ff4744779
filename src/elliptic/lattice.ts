import { linkRows } from '../link-rows'
import type { Patch } from '../patch'
import { KNOWN, UNKNOWN } from './pixel-kind'

/** How the pixels of a patch lie to each other, and which of them are unknown. */
export interface Lattice {
  /** One more than the highest number. */
  readonly size: number
  /** What each number is: one of `pixel-kind.ts`. */
  readonly kind: Int8Array
  /** The pixel above each, and the one below; 0 where there is none. */
  readonly up: Int32Array
  readonly down: Int32Array
}

/** Of the rows around a pixel, from two above to two below, the ones right above and below it. */
export function rowsAround(
  { up, down }: Pick<Lattice, 'up' | 'down'>,
  i: number,
): [number, number, number, number, number] {
  return [up[up[i]], up[i], i, down[i], down[down[i]]]
}

export function latticeOf(patch: Pick<Patch, 'runs' | 'size' | 'missing'>): Lattice {
  const { runs, size, missing } = patch
  const kind = new Int8Array(size)
  for (let r = 0; r < runs.length; r += 4) {
    kind.fill(KNOWN, runs[r + 1] + runs[r + 3], runs[r + 2] + runs[r + 3])
  }
  for (const i of missing) kind[i] = UNKNOWN
  const lattice = { size, kind, up: new Int32Array(size), down: new Int32Array(size) }
  linkRows(patch, lattice)
  return lattice
}
