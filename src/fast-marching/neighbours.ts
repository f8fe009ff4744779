import type { Layout } from './lay-out'
import { KNOWN } from './pixel-state'

/** The largest radius; and so many pixels has its disc. */
const mostRadius = 100
const mostEntries = 31_417

/** The disc around a pixel in which known neighbours are looked for. */
export interface Neighbours {
  /** Lays out the disc dx² + dy² <= radius², and returns how many entries its tables have. */
  readonly begin: (radius: number) => number
  /** Lists the known pixels around `p`, row by row, and returns their number. */
  readonly gather: (p: number) => number
  /** Finds the rows of the disc around `p`. */
  readonly findRows: (p: number) => void
  /**
   * The rows found, for loops over all pixels of the disc: the one above or below `p` in each (or
   * one with nothing but numbers that are no pixels around it), half the row's length, and the
   * number after its last entry.
   */
  readonly middle: Int32Array
  readonly half: Int32Array
  readonly end: Int32Array
  /** The gathered pixels, and their numbers in the disc's tables. */
  readonly pixels: Int32Array
  readonly entries: Int32Array
  /** The disc's tables: the vector to a pixel. */
  readonly dx: Float64Array
  readonly dy: Float64Array
}

export function createNeighbours({ state, up, down }: Layout): Neighbours {
  const pixels = new Int32Array(mostEntries + 1)
  const entries = new Int32Array(mostEntries + 1)
  const dx = new Float64Array(mostEntries + 1)
  const dy = new Float64Array(mostEntries + 1)
  const half = new Int32Array(2 * mostRadius + 1)
  const end = new Int32Array(2 * mostRadius + 1)
  const middle = new Int32Array(2 * mostRadius + 1)
  let radius = 0

  function begin(discRadius: number): number {
    radius = discRadius
    let size = 0
    for (let y = -radius; y <= radius; y++) {
      half[y + radius] = Math.floor(Math.sqrt(radius * radius - y * y))
      for (let x = -half[y + radius]; x <= half[y + radius]; x++, size++) {
        dx[size] = x
        dy[size] = y
      }
      end[y + radius] = size
    }
    return size
  }

  function findRows(p: number): void {
    // In variables of its own, known to be whole: the closure's would be checked in every turn.
    const rows = middle
    const centre = radius | 0
    rows[centre] = p
    for (let d = 1, above = p, below = p; d <= centre; d++) {
      above = up[above]
      below = down[below]
      // The numbers around that of the radius are no pixels.
      rows[centre - d] = above > 0 ? above : centre
      rows[centre + d] = below > 0 ? below : centre
    }
  }

  function gather(p: number): number {
    findRows(p)
    const rows = (2 * radius) | 0
    const mid = middle
    const halves = half
    const ends = end
    const toPixels = pixels
    const toEntries = entries
    const bits = state
    let n = 0
    for (let row = 0, k = 0; row <= rows; row++) {
      const last = ends[row]
      // Every pixel is written down and the known ones are counted: no branch to mispredict.
      for (let q = (mid[row] - halves[row]) | 0; k < last; k++, q++) {
        toPixels[n] = q
        toEntries[n] = k
        n += bits[q] & KNOWN
      }
    }
    return n
  }

  return { begin, gather, findRows, middle, half, end, pixels, entries, dx, dy }
}
