/**
 * Replaces the values of weight 0 on a periodic plane by smooth ones, from all around: the known
 * values are averaged over ever larger squares, and each gap is filled from the finest level where
 * something is known. A guess to start from, made in a moment.
 */
export function fillUnknown(
  values: Float64Array,
  weights: Float64Array,
  width: number,
  height: number,
): void {
  if (weights.every((weight) => weight > 0)) return
  const coarseWidth = (width + 1) >> 1
  const coarseHeight = (height + 1) >> 1
  const coarse = new Float64Array(coarseWidth * coarseHeight)
  const coarseWeights = new Float64Array(coarseWidth * coarseHeight)
  for (let y = 0, i = 0; y < height; y++) {
    const row = (y >> 1) * coarseWidth
    for (let x = 0; x < width; x++, i++) {
      // Unknown values may be NaN.
      if (weights[i] === 0) continue
      coarse[row + (x >> 1)] += weights[i] * values[i]
      coarseWeights[row + (x >> 1)] += weights[i]
    }
  }
  for (let i = 0; i < coarse.length; i++) {
    if (coarseWeights[i] > 0) coarse[i] /= coarseWeights[i]
  }
  // One square of everything is known if anything is.
  fillUnknown(coarse, coarseWeights, coarseWidth, coarseHeight)

  // Interpolated between the squares' centres, so that no squares are seen.
  for (let y = 0, i = 0; y < height; y++) {
    const near = (y >> 1) * coarseWidth
    const otherY = (y >> 1) + (y % 2 === 0 ? -1 : 1)
    const far = ((otherY + coarseHeight) % coarseHeight) * coarseWidth
    for (let x = 0; x < width; x++, i++) {
      if (weights[i] > 0) continue
      const at = x >> 1
      const beside = (at + (x % 2 === 0 ? -1 : 1) + coarseWidth) % coarseWidth
      values[i] =
        (9 * coarse[near + at] +
          3 * (coarse[near + beside] + coarse[far + at]) +
          coarse[far + beside]) /
        16
    }
  }
}
