import type { Elimination } from './envelope'
import type { Equation } from './equation'
import { UNKNOWN } from './pixel-kind'

/** The unknown pixels of a patch, by how they are best solved for. */
export interface Sorted {
  /** Connected sets that are thin or small: to be eliminated, in this order. */
  readonly thin: Elimination
  /** All others, ascending. */
  readonly thick: Int32Array
}

const UNSEEN = 0
const SEEN = 1
const THIN = 2
const THICK = 3

/** Multiplications per pixel: above this, multigrid is faster. */
const mostWork = 4096
/** Of all sets together: about a second, and 128 MB where their rows are as long as they may be. */
const mostWorkInAll = 1_073_741_824

/**
 * Finds the connected sets of unknown pixels, and an order in each that keeps neighbours close
 * together: breadth first from one end to the other (E. Cuthill, J. McKee, "Reducing the Bandwidth of
 * Sparse Symmetric Matrices", 1969, doi:10.1145/800195.805928).
 */
export function sortUnknowns(equation: Equation, missing: Int32Array): Sorted {
  const { lattice, row } = equation
  const { kind } = lattice
  const unknowns = new Int32Array(missing.length)
  const first = new Int32Array(missing.length)
  const position = new Int32Array(lattice.size)
  const state = new Int8Array(lattice.size)

  let end = 0
  // Of the set last spread over.
  let work = 0
  let room = mostWorkInAll
  for (const i of missing) {
    if (state[i] !== UNSEEN) continue
    const last = spread(end, i, SEEN)
    // What is reached last lies at an end. From there rows are shorter, but hardly by half.
    if (work <= 4 * mostWork * (last - end)) spread(end, unknowns[last - 1], THIN)
    if (work <= mostWork * (last - end) && work <= room) {
      room -= work
      end = last
    } else for (let k = end; k < last; k++) state[unknowns[k]] = THICK
  }
  // A loop, not `filter`: that takes as long as all the rest.
  const thick = new Int32Array(missing.length - end)
  let count = 0
  for (const i of missing) if (state[i] === THICK) thick[count++] = i
  return {
    thin: { unknowns: unknowns.subarray(0, end), first: first.subarray(0, end), position },
    thick,
  }

  function spread(begin: number, seed: number, mark: number): number {
    let last = begin
    let squares = 0
    reach(seed, begin, last++, mark)
    for (let k = begin; k < last; k++) {
      const length = k - first[k] + 1
      squares += length * length
      const { neighbours } = row(unknowns[k])
      for (let t = 1; t < neighbours.length; t++) {
        const pixel = neighbours[t]
        // Nobody before k is coupled to it, or would have reached it.
        if (kind[pixel] === UNKNOWN && state[pixel] !== mark) reach(pixel, k, last++, mark)
      }
    }
    work = squares
    return last
  }

  function reach(pixel: number, from: number, at: number, mark: number): void {
    state[pixel] = mark
    unknowns[at] = pixel
    first[at] = from
    position[pixel] = at
  }
}
