import type { Patch } from '../patch'

/**
 * Visits the squares of a grid that hold missing pixels. The grid is fixed to the image, so that
 * what a hole is filled with does not depend on which other holes there are.
 *
 * @param step The side of a square.
 * @param visit Gets a square's top left corner, and how many missing pixels lie in rows of squares
 * already visited.
 */
export function visitBlocks(
  { runs, missing }: Pick<Patch, 'runs' | 'missing'>,
  step: number,
  visit: (left: number, top: number, behind: number) => void,
): void {
  let left = Infinity
  let right = 0
  for (let r = 0; r < runs.length; r += 4) {
    left = Math.min(left, runs[r + 1])
    right = Math.max(right, runs[r + 2])
  }
  const first = Math.floor(left / step)
  const touched = new Uint8Array(Math.ceil(right / step) - first)
  let behind = 0
  for (let r = 0, m = 0; r < runs.length; ) {
    const band = Math.floor(runs[r] / step)
    touched.fill(0)
    for (; r < runs.length && runs[r] < (band + 1) * step; r += 4) {
      const end = runs[r + 2] + runs[r + 3]
      const shift = -runs[r + 3]
      for (; m < missing.length && missing[m] < end; m++) {
        touched[Math.floor((missing[m] + shift) / step) - first] = 1
      }
    }
    for (let b = 0; b < touched.length; b++) {
      if (touched[b] === 1) visit((first + b) * step, band * step, behind)
    }
    behind = m
  }
}
