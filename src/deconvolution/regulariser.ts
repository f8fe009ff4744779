/**
 * What a quadratic method calls rough: the picture's own values, its differences between
 * neighbours, or its second differences.
 */
export type Regulariser = 'identity' | 'gradient' | 'laplacian'

export const regularisers: readonly Regulariser[] = ['identity', 'gradient', 'laplacian']

/** The squared transfer function of a regulariser, on a half spectrum. */
export function roughness(regulariser: Regulariser, width: number, height: number): Float64Array {
  const power = { identity: 0, gradient: 1, laplacian: 2 }[regulariser]
  return laplacianSpectrum(width, height).map((value) => value ** power)
}

/**
 * The transfer function of the five-point Laplacian, with its sign turned; it is also the sum of the
 * squared transfer functions of the differences to the right and down.
 */
export function laplacianSpectrum(width: number, height: number): Float64Array {
  const half = (width >> 1) + 1
  const spectrum = new Float64Array(half * height)
  for (let v = 0, i = 0; v < height; v++) {
    const down = 2 - 2 * Math.cos((2 * Math.PI * v) / height)
    for (let u = 0; u < half; u++) {
      spectrum[i++] = down + 2 - 2 * Math.cos((2 * Math.PI * u) / width)
    }
  }
  return spectrum
}
