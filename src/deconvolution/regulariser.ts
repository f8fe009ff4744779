import { cosineOfTurn } from '../exact-math/circle'

/**
 * What a quadratic method calls rough: the picture's own values, its differences between
 * neighbours, or its second differences.
 */
export type Regulariser = 'identity' | 'gradient' | 'laplacian'

export const regularisers: readonly Regulariser[] = ['identity', 'gradient', 'laplacian']

/** The squared transfer function of a regulariser, on a half spectrum. */
export function roughness(regulariser: Regulariser, width: number, height: number): Float64Array {
  const half = (width >> 1) + 1
  const spectrum = new Float64Array(half * height)
  if (regulariser === 'identity') return spectrum.fill(1)
  const isSquared = regulariser === 'laplacian'
  const across = Float64Array.from({ length: half }, (_, u) => differences(u, width))
  for (let v = 0, i = 0; v < height; v++) {
    const down = differences(v, height)
    for (let u = 0; u < half; u++) {
      // Of the five-point Laplacian; its square root is that of the differences to the right and down.
      const sum = down + across[u]
      spectrum[i++] = isSquared ? sum * sum : sum
    }
  }
  return spectrum
}

/** The squared gain of the difference of neighbours at a frequency of `length` samples. */
function differences(frequency: number, length: number): number {
  return 2 - 2 * cosineOfTurn(frequency, length)
}
