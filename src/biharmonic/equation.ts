import { depthsOf } from '../depths'
import type { Equation, Row } from '../elliptic/equation'
import { type Lattice, latticeOf, rowsAround } from '../elliptic/lattice'
import type { System } from '../elliptic/system'
import { locatePixels } from '../locate-pixels'
import type { Patch } from '../patch'
import { incompleteCholesky } from './incomplete-cholesky'

/** How far incomplete factors see. Where 80 % are missing at random, hardly a pixel is further from known ones. */
const mostDepth = 6
/** Incomplete factors take 90 bytes a pixel, multigrid half as much. */
const mostScattered = 1_048_576

/**
 * The bending of a thin plate: Δ applied twice, with nothing flowing out at the image's edges. A row
 * two pixels or more away from them is
 *
 *           1
 *       2  -8   2
 *   1  -8  20  -8   1
 *       2  -8   2
 *           1
 *
 * @param patch Any whose reach is at least 2.
 */
export function biharmonicEquation(patch: Patch): Equation {
  const lattice = latticeOf(patch)
  const { up, down } = lattice
  const { edge, rows } = edgeRows(patch, lattice)
  // All pixels far from the edges share one row, but for its neighbours.
  const neighbours = coefficients.map(() => 0)
  const shared: Row = { neighbours, coefficients, places }

  return { lattice, row, irregular: edge, apply, relax, precondition }

  function row(i: number): Row {
    if (edge[i] > 0) return rows[edge[i]]
    const u = up[i]
    const d = down[i]
    neighbours[0] = i
    neighbours[1] = u
    neighbours[2] = i - 1
    neighbours[3] = i + 1
    neighbours[4] = d
    neighbours[5] = u - 1
    neighbours[6] = u + 1
    neighbours[7] = d - 1
    neighbours[8] = d + 1
    neighbours[9] = up[u]
    neighbours[10] = i - 2
    neighbours[11] = i + 2
    neighbours[12] = down[d]
    return shared
  }

  function apply(unknowns: Int32Array, x: Float64Array, y: Float64Array): number {
    let product = 0
    for (let n = 0; n < unknowns.length; n++) {
      const i = unknowns[n]
      const value = diagonal(i) * x[i] + others(x, i)
      y[i] = value
      product += x[i] * value
    }
    return product
  }

  function relax(unknowns: Int32Array, b: Float64Array, x: Float64Array, direction: 1 | -1): void {
    const last = unknowns.length - 1
    for (let n = direction > 0 ? 0 : last; n >= 0 && n <= last; n += direction) {
      const i = unknowns[n]
      x[i] = (b[i] - others(x, i)) / diagonal(i)
    }
  }

  function precondition(system: System): (() => number) | undefined {
    const isScattered = system.unknowns.length <= mostScattered && depth() <= mostDepth
    return isScattered ? incompleteCholesky({ lattice, row }, system) : undefined
  }

  /** How many steps from side to side the missing pixel furthest from the known ones is away. */
  function depth(): number {
    const depths = depthsOf(lattice, patch.missing, 2)
    return patch.missing.reduce((most, i) => Math.max(most, depths[i]), 0)
  }

  function diagonal(i: number): number {
    return edge[i] === 0 ? 20 : rows[edge[i]].coefficients[0]
  }

  /** A row times x, without its diagonal. */
  function others(x: Float64Array, i: number): number {
    if (edge[i] > 0) return othersOf(rows[edge[i]], x)
    const u = up[i]
    const d = down[i]
    return (
      2 * (x[u - 1] + x[u + 1] + x[d - 1] + x[d + 1]) -
      8 * (x[u] + x[d]) +
      (x[up[u]] + x[down[d]] + x[i + 2] + x[i - 2]) -
      8 * (x[i + 1] + x[i - 1])
    )
  }
}

function othersOf({ neighbours, coefficients }: Row, x: Float64Array): number {
  let sum = 0
  for (let t = 1; t < neighbours.length; t++) sum += coefficients[t] * x[neighbours[t]]
  return sum
}

/** The row above. */
const coefficients = [20, -8, -8, -8, -8, 2, 2, 2, 2, 1, 1, 1, 1]
const places = [12, 7, 11, 13, 17, 6, 8, 16, 18, 2, 10, 14, 22]

/**
 * The rows of the missing pixels less than two away from an edge of the image: the same row, folded at
 * the edge as by a mirror. `edge` says which is each one's; 0 is for all other pixels.
 */
function edgeRows(patch: Patch, lattice: Lattice): { edge: Int32Array; rows: Row[] } {
  const { runs, size, missing, imageWidth, imageHeight } = patch
  const edge = new Int32Array(size)
  const rows: Row[] = [{ neighbours: [], coefficients, places }]
  locatePixels(runs, missing, (pixel, x, y) => {
    if (Math.min(x, imageWidth - 1 - x, y, imageHeight - 1 - y) >= 2) return
    const column = rowsAround(lattice, pixel)
    const folded = new Map<number, number>()
    places.forEach((place, t) => {
      const dx = mirror(x + (place % 5) - 2, imageWidth) - x
      const dy = mirror(y + Math.floor(place / 5) - 2, imageHeight) - y
      const to = 5 * dy + dx + 12
      folded.set(to, (folded.get(to) ?? 0) + coefficients[t])
    })
    const at = [...folded.keys()]
    const neighbours = at.map((place) => column[Math.floor(place / 5)] + (place % 5) - 2)
    edge[pixel] = rows.push({ neighbours, coefficients: [...folded.values()], places: at }) - 1
  })
  return { edge, rows }
}

/** Of a row or column number up to two outside, the one inside it is the image of. */
function mirror(at: number, count: number): number {
  const from0 = Math.max(at, -1 - at)
  return Math.max(Math.min(from0, 2 * count - 1 - from0), 0)
}
