/** How many pixels a Gaussian reaches to either side: two standard deviations, and one pixel at least. */
export function gaussianReach(deviation: number): number {
  return Math.max(Math.round(2 * deviation), 1)
}

/**
 * Writes a Gaussian to `weights`, its middle at `gaussianReach`, and returns that reach. Its middle
 * is 1, not its sum: all it is used for is averages, which divide by the sum of what they met.
 */
export function layOutGaussian(
  deviation: number,
  weights: Float64Array,
  exponential: (x: number) => number,
): number {
  const reach = gaussianReach(deviation)
  for (let k = -reach; k <= reach; k++) {
    weights[k + reach] = k === 0 ? 1 : exponential(-(k * k) / (2 * deviation * deviation))
  }
  return reach
}
