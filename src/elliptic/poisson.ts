import type { Patch } from '../patch'
import type { Equation, Row } from './equation'
import { latticeOf } from './lattice'
import { NO_PIXEL } from './pixel-kind'

/**
 * The discrete Poisson equation -Δu = f on the missing pixels of a patch. Known pixels are boundary
 * values (Dirichlet); at the image's edge nothing flows out (Neumann). -Δ, which is the positive
 * definite one, is a pixel times its number of neighbours inside the image, minus these.
 *
 * @param patch Any whose reach is at least 1.
 */
export function poissonEquation(patch: Patch): Equation {
  const lattice = latticeOf(patch)
  const { kind, up, down, size } = lattice
  const neighbours = [0, 0, 0, 0, 0]
  const coefficients = [0, 0, 0, 0, 0]
  const shared: Row = { neighbours, coefficients, places: [12, 11, 13, 7, 17] }
  const degree = new Int8Array(size)
  for (const i of patch.missing) degree[i] = row(i).coefficients[0]
  const reciprocal = Float64Array.from([0, 1, 1 / 2, 1 / 3, 1 / 4])

  return { lattice, row, apply, relax }

  function row(pixel: number): Row {
    neighbours[0] = pixel
    coefficients[0] = 0
    place(1, pixel - 1)
    place(2, pixel + 1)
    place(3, up[pixel])
    place(4, down[pixel])
    return shared
  }

  function place(t: number, neighbour: number): void {
    const weight = kind[neighbour] === NO_PIXEL ? 0 : 1
    neighbours[t] = neighbour * weight
    coefficients[t] = -weight
    coefficients[0] += weight
  }

  function apply(unknowns: Int32Array, x: Float64Array, y: Float64Array): number {
    let product = 0
    for (let n = 0; n < unknowns.length; n++) {
      const i = unknowns[n]
      const value = degree[i] * x[i] - x[up[i]] - x[down[i]] - x[i + 1] - x[i - 1]
      y[i] = value
      product += x[i] * value
    }
    return product
  }

  function relax(unknowns: Int32Array, b: Float64Array, x: Float64Array, direction: 1 | -1): void {
    const last = unknowns.length - 1
    for (let n = direction > 0 ? 0 : last; n >= 0 && n <= last; n += direction) {
      const i = unknowns[n]
      x[i] = (b[i] + x[up[i]] + x[down[i]] + x[i + 1] + x[i - 1]) * reciprocal[degree[i]]
    }
  }
}
