import type { PatchOutline } from '../patch'

/** Finds the number a patch has given to the pixel at (x, y) of the image; 0 where it has none. */
export function pixelFinder({
  runs,
}: Pick<PatchOutline, 'runs'>): (x: number, y: number) => number {
  return (x, y) => {
    let low = 0
    let high = runs.length / 4
    while (low < high) {
      const middle = (low + high) >> 1
      const isBefore = runs[4 * middle] < y || (runs[4 * middle] === y && runs[4 * middle + 2] <= x)
      if (isBefore) low = middle + 1
      else high = middle
    }
    const r = 4 * low
    const isIn = r < runs.length && runs[r] === y && runs[r + 1] <= x
    return isIn ? x + runs[r + 3] : 0
  }
}
