/**
 * Minimises `|v|^exponent + (v - t)^2 / 2` over v >= 0, as a factor: `v = t factor(t)`. Tabulated
 * for t from 0 to `tableEnd` in steps of `1 / stepsPerUnit`; for exponent 1 it is soft thresholding.
 */
export function shrinkageTable(exponent: number): Float64Array {
  // Of the two cases one is as good as the other here: below, 0 is best.
  const jump = (2 * (1 - exponent)) ** (1 / (2 - exponent))
  const threshold = jump + exponent * jump ** (exponent - 1)
  return Float64Array.from({ length: tableEnd * stepsPerUnit + 2 }, (_, i) => {
    const t = i / stepsPerUnit
    if (t <= threshold) return 0
    let v = t
    for (let step = 0; step < 20; step++) {
      const slope = exponent * v ** (exponent - 1) + v - t
      v -= slope / (exponent * (exponent - 1) * v ** (exponent - 2) + 1)
    }
    return v / t
  })
}

export const tableEnd = 64
export const stepsPerUnit = 64
