import type { Patch } from './patch'

/** Calls `visit` with each of some pixels of a patch, ascending, and with where in the image it lies. */
export function locatePixels(
  runs: Patch['runs'],
  pixels: Int32Array,
  visit: (pixel: number, x: number, y: number, n: number) => void,
): void {
  for (let r = 0, n = 0; n < pixels.length; r += 4) {
    const shift = runs[r + 3]
    const end = runs[r + 2] + shift
    for (; pixels[n] < end; n++) visit(pixels[n], pixels[n] - shift, runs[r], n)
  }
}
