import { depthsOf } from '../depths'
import type { Equation } from '../elliptic/equation'
import { type Lattice, latticeOf } from '../elliptic/lattice'
import type { System } from '../elliptic/system'
import { locatePixels } from '../locate-pixels'
import type { Patch } from '../patch'
import { incompleteCholesky } from './incomplete-cholesky'

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
  const { edge, counts, edgeNeighbours, edgeCoefficients, edgePlaces } = edgeRows(patch, lattice)
  const neighbours = new Int32Array(13)
  const coefficients = new Float64Array(13)
  const places = new Int8Array(13)
  let isAtEdge = true

  return { lattice, row, neighbours, coefficients, places, fullRow: 13, apply, relax, precondition }

  function row(i: number): number {
    if (edge[i] !== 0) return edgeRow(edge[i])
    if (isAtEdge) {
      coefficients.set(rowCoefficients)
      places.set(rowPlaces)
      isAtEdge = false
    }
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
    return 13
  }

  function edgeRow(e: number): number {
    isAtEdge = true
    for (let t = 0, from = 13 * e; t < counts[e]; t++, from++) {
      neighbours[t] = edgeNeighbours[from]
      coefficients[t] = edgeCoefficients[from]
      places[t] = edgePlaces[from]
    }
    return counts[e]
  }

  function apply(unknowns: Int32Array, x: Float64Array, y: Float64Array): void {
    for (let n = 0; n < unknowns.length; n++) {
      const i = unknowns[n]
      if (edge[i] === 0) y[i] = 20 * x[i] + others(x, i)
      else y[i] = edgeCoefficients[13 * edge[i]] * x[i] + othersAtEdge(x, edge[i])
    }
  }

  function relax(unknowns: Int32Array, b: Float64Array, x: Float64Array, direction: 1 | -1): void {
    const last = unknowns.length - 1
    for (let n = direction > 0 ? 0 : last; n >= 0 && n <= last; n += direction) {
      const i = unknowns[n]
      if (edge[i] === 0) x[i] = (b[i] - others(x, i)) * 0.05
      else x[i] = (b[i] - othersAtEdge(x, edge[i])) / edgeCoefficients[13 * edge[i]]
    }
  }

  function precondition(system: System): (() => void) | undefined {
    const isScattered = system.unknowns.length <= mostScattered && depth() <= mostDepth
    return isScattered
      ? incompleteCholesky({ lattice, row, neighbours, coefficients, places }, system)
      : undefined
  }

  /** How many steps from side to side the missing pixel furthest from the known ones is away. */
  function depth(): number {
    return depthsOf(lattice, patch.missing, 2).reduce((most, steps) => Math.max(most, steps))
  }

  /** A row times x, without its diagonal. */
  function others(x: Float64Array, i: number): number {
    const u = up[i]
    const d = down[i]
    return (
      2 * (x[u - 1] + x[u + 1] + x[d - 1] + x[d + 1]) -
      8 * (x[u] + x[d]) +
      (x[up[u]] + x[down[d]] + x[i + 2] + x[i - 2]) -
      8 * (x[i + 1] + x[i - 1])
    )
  }

  function othersAtEdge(x: Float64Array, e: number): number {
    let sum = 0
    for (let at = 13 * e + 1, end = 13 * e + counts[e]; at < end; at++) {
      sum += edgeCoefficients[at] * x[edgeNeighbours[at]]
    }
    return sum
  }
}

/**
 * The rows of the missing pixels less than two away from an edge of the image: the same row, folded at
 * the edge as by a mirror. `edge` says where each one's is in the others, times 13; 0 is for all other
 * pixels.
 */
function edgeRows(patch: Patch, { up, down, size }: Lattice) {
  const { runs, missing, imageWidth, imageHeight } = patch
  const pixels: [pixel: number, x: number, y: number][] = []
  locatePixels(runs, missing, (pixel, x, y) => {
    const steps = Math.min(x, imageWidth - 1 - x, y, imageHeight - 1 - y)
    if (steps < 2) pixels.push([pixel, x, y])
  })
  const edge = new Int32Array(size)
  const counts = new Int8Array(pixels.length + 1)
  const edgeNeighbours = new Int32Array(13 * counts.length)
  const edgeCoefficients = new Float64Array(13 * counts.length)
  const edgePlaces = new Int8Array(13 * counts.length)
  pixels.forEach(([pixel, x, y], n) => {
    edge[pixel] = n + 1
    const u = up[pixel]
    const d = down[pixel]
    const rows = [up[u], u, pixel, d, down[d]]
    rowPlaces.forEach((place, t) => {
      const dx = mirror(x + (place % 5) - 2, imageWidth) - x
      const dy = mirror(y + Math.floor(place / 5) - 2, imageHeight) - y
      add(n + 1, rows[dy + 2] + dx, 5 * dy + dx + 12, rowCoefficients[t])
    })
  })
  return { edge, counts, edgeNeighbours, edgeCoefficients, edgePlaces }

  function add(e: number, neighbour: number, place: number, coefficient: number): void {
    let at = 13 * e
    while (at < 13 * e + counts[e] && edgeNeighbours[at] !== neighbour) at++
    if (at === 13 * e + counts[e]) counts[e]++
    edgeNeighbours[at] = neighbour
    edgePlaces[at] = place
    edgeCoefficients[at] += coefficient
  }
}

/** Of a row or column number up to two outside, the one inside it is the image of. */
function mirror(at: number, count: number): number {
  const from0 = Math.max(at, -1 - at)
  return Math.max(Math.min(from0, 2 * count - 1 - from0), 0)
}

const rowCoefficients = [20, -8, -8, -8, -8, 2, 2, 2, 2, 1, 1, 1, 1]
const rowPlaces = [12, 7, 11, 13, 17, 6, 8, 16, 18, 2, 10, 14, 22]

/** How far incomplete factors see. Where 80 % are missing at random, hardly a pixel is further from known ones. */
const mostDepth = 6
/** Incomplete factors take 100 bytes a pixel, multigrid half as much. */
const mostScattered = 2 ** 20
