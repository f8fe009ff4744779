/** One number for both sides of an image, each less than 2^25. */
export function keyOf(width: number, height: number): number {
  return width * sides + height
}

/** `| 0` also makes them integers in the engine's eyes: kernels that have seen a double are slower. */
export function sidesOf(key: number): { width: number; height: number } {
  return { width: (key / sides) | 0, height: (key % sides) | 0 }
}

const sides = 33_554_432
