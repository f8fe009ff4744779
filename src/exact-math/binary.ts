/** 2^k, exactly, for whole k from -1074 to 1023. */
export function powerOfTwo(k: number): number {
  let power = 1
  let square = k < 0 ? 0.5 : 2
  for (let left = Math.abs(k); left > 0; left >>= 1) {
    if (left & 1) power *= square
    square *= square
  }
  return power
}

/** The whole k with 2^k <= x < 2^(k + 1), for finite x above 0. */
export function exponentOf(x: number): number {
  // An engine's logarithm may be off where x is next to a power of two: then by one.
  const near = Math.min(Math.max(Math.floor(Math.log2(x)), -1074), 1023)
  if (powerOfTwo(near) > x) return near - 1
  return near < 1023 && powerOfTwo(near + 1) <= x ? near + 1 : near
}
