/**
 * Half of a Gaussian's weights, from its middle outwards to three standard deviations; the whole sums to
 * 1. No `Math.exp`, whose last bits differ between engines.
 */
export function gaussianHalf(sigma: number): Float64Array {
  const half = new Float64Array(Math.ceil(3 * sigma) + 1)
  for (let i = 0; i < half.length; i++) half[i] = decay((i * i) / (2 * sigma * sigma))
  const sum = half.reduce((all, weight) => all + 2 * weight, -half[0])
  return half.map((weight) => weight / sum)
}

/** exp(-t) for t from 0 to 20: a series where it converges fast, squared back. */
function decay(t: number): number {
  const small = t / 1024
  let value = 1 - small * (1 - (small / 2) * (1 - (small / 3) * (1 - small / 4)))
  for (let square = 0; square < 10; square++) value *= value
  return value
}
