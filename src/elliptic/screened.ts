import type { Equation, Row } from './equation'
import { UNKNOWN } from './pixel-kind'

/**
 * An equation with soft data: A u + S u = S h, where S is diagonal. The larger a pixel's screen, the less
 * the solution may differ there from the data h; 0 leaves its row as it is.
 *
 * @param screen S, for each pixel of the patch.
 */
export function screened(equation: Equation, screen: Float64Array): Equation {
  const { lattice } = equation
  const irregular = Int8Array.from(screen, (s, i) => (s > 0 || equation.irregular?.[i] ? 1 : 0))
  return {
    lattice,
    row,
    irregular,
    screen,
    apply(unknowns, x, y) {
      let product = equation.apply(unknowns, x, y)
      for (let n = 0; n < unknowns.length; n++) {
        const i = unknowns[n]
        const share = screen[i] * x[i]
        y[i] += share
        product += share * x[i]
      }
      return product
    },
    relax(unknowns, b, x, direction) {
      const last = unknowns.length - 1
      for (let n = direction > 0 ? 0 : last; n >= 0 && n <= last; n += direction) {
        const i = unknowns[n]
        const { neighbours, coefficients } = row(i)
        let sum = b[i]
        for (let t = 1; t < neighbours.length; t++) {
          if (lattice.kind[neighbours[t]] === UNKNOWN) sum -= coefficients[t] * x[neighbours[t]]
        }
        x[i] = sum / coefficients[0]
      }
    },
  }

  function row(pixel: number): Row {
    const own = equation.row(pixel)
    const coefficients = [...own.coefficients]
    coefficients[0] += screen[pixel]
    return { ...own, coefficients }
  }
}
