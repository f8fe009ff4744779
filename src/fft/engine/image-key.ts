/** One number for both sides of an image, each less than 2^25. */
export function keyOf(width: number, height: number): number {
  return width * sides + height
}

export function sidesOf(key: number): { width: number; height: number } {
  return { width: Math.floor(key / sides), height: key % sides }
}

const sides = 2 ** 25
