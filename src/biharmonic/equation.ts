import type { Equation } from '../elliptic/equation'
import { latticeOf, NO_PIXEL } from '../elliptic/lattice'
import type { Patch } from '../patch'

/**
 * The bending of a thin plate: Δ applied twice over the whole image, at whose edges nothing flows out.
 * Far from them a row is
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
  const { kind, up, down } = lattice
  const edge = nearEdges(patch)
  const neighbours = new Int32Array(13)
  const coefficients = new Float64Array(13)
  const places = new Int8Array(13)
  let count = 0

  return { lattice, row, neighbours, coefficients, places, fullRow: 13, apply, relax }

  function row(i: number): number {
    count = 0
    if (edge[i] === 1) return edgeRow(i)
    const u = up[i]
    const d = down[i]
    add(i, 12, 20)
    add(u, 7, -8)
    add(i - 1, 11, -8)
    add(i + 1, 13, -8)
    add(d, 17, -8)
    add(u - 1, 6, 2)
    add(u + 1, 8, 2)
    add(d - 1, 16, 2)
    add(d + 1, 18, 2)
    add(up[u], 2, 1)
    add(i - 2, 10, 1)
    add(i + 2, 14, 1)
    add(down[d], 22, 1)
    return count
  }

  /** The row of Δ², by its definition: that of Δ, times Δ. */
  function edgeRow(i: number): number {
    const u = up[i]
    const d = down[i]
    const left = kind[i - 1] === NO_PIXEL ? 0 : i - 1
    const right = kind[i + 1] === NO_PIXEL ? 0 : i + 1
    addLaplacian(i, 12, degree(i))
    addLaplacian(u, 7, -1)
    addLaplacian(left, 11, -1)
    addLaplacian(right, 13, -1)
    addLaplacian(d, 17, -1)
    return count
  }

  function addLaplacian(i: number, place: number, factor: number): void {
    if (i === 0) return
    merge(i, place, factor * degree(i))
    merge(up[i], place - 5, -factor)
    merge(kind[i - 1] === NO_PIXEL ? 0 : i - 1, place - 1, -factor)
    merge(kind[i + 1] === NO_PIXEL ? 0 : i + 1, place + 1, -factor)
    merge(down[i], place + 5, -factor)
  }

  function degree(i: number): number {
    let degree = 0
    if (up[i] !== 0) degree++
    if (down[i] !== 0) degree++
    if (kind[i - 1] !== NO_PIXEL) degree++
    if (kind[i + 1] !== NO_PIXEL) degree++
    return degree
  }

  function merge(neighbour: number, place: number, coefficient: number): void {
    if (neighbour === 0) return
    for (let t = 0; t < count; t++) {
      if (neighbours[t] !== neighbour) continue
      coefficients[t] += coefficient
      return
    }
    add(neighbour, place, coefficient)
  }

  function add(neighbour: number, place: number, coefficient: number): void {
    neighbours[count] = neighbour
    places[count] = place
    coefficients[count++] = coefficient
  }

  function apply(unknowns: Int32Array, x: Float64Array, y: Float64Array): void {
    for (let n = 0; n < unknowns.length; n++) {
      const i = unknowns[n]
      y[i] = edge[i] === 1 ? fromEdgeRow(x, i, 0) : 20 * x[i] - fromOthers(x, i)
    }
  }

  function relax(unknowns: Int32Array, b: Float64Array, x: Float64Array, direction: 1 | -1): void {
    const last = unknowns.length - 1
    for (let n = direction > 0 ? 0 : last; n >= 0 && n <= last; n += direction) {
      const i = unknowns[n]
      if (edge[i] === 1) x[i] = (b[i] - fromEdgeRow(x, i, 1)) / coefficients[0]
      else x[i] = (b[i] + fromOthers(x, i)) * 0.05
    }
  }

  function fromOthers(x: Float64Array, i: number): number {
    const u = up[i]
    const d = down[i]
    return (
      8 * (x[u] + x[d]) -
      2 * (x[u - 1] + x[u + 1] + x[d - 1] + x[d + 1]) -
      (x[up[u]] + x[down[d]] + x[i + 2] + x[i - 2]) +
      8 * (x[i + 1] + x[i - 1])
    )
  }

  function fromEdgeRow(x: Float64Array, i: number, from: 0 | 1): number {
    const terms = row(i)
    let sum = 0
    for (let t = from; t < terms; t++) sum += coefficients[t] * x[neighbours[t]]
    return sum
  }
}

/** 1 where a pixel is less than two away from an edge of the image: its row is another. */
function nearEdges({ runs, size, imageWidth, imageHeight }: Patch): Int8Array {
  const edge = new Int8Array(size)
  for (let r = 0; r < runs.length; r += 4) {
    const [y, start, end, first] = runs.subarray(r, r + 4)
    const last = first + end - start
    if (y < 2 || y >= imageHeight - 2) edge.fill(1, first, last)
    if (start < 2) edge.fill(1, first, first + 2 - start)
    if (end > imageWidth - 2) edge.fill(1, last - (end - imageWidth + 2), last)
  }
  return edge
}
