import { knownSmoother } from '../edges/smooth'
import type { EdgeGuidance } from '../exemplar/guidance'
import { type Bitmap, bitAt } from '../mask/bitmap'

/**
 * Which way drawn lines run, in their own pixels: twice the angle of the direction in which the drawing changes least
 * around there (its structure tensor's).
 */
export function drawnDirections(drawing: Bitmap): EdgeGuidance {
  const { width, height } = drawing
  const pixels = width * height
  const ink = new Float32Array(pixels)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) ink[i] = bitAt(drawing, x, y)
  }
  const all = { width, height, values: new Float32Array(pixels).fill(1) }
  const drawn = ink.slice()
  knownSmoother(all, 1)(ink)

  // Of (dx, dy) (dx, dy)^T: the difference of the diagonal, and twice the other.
  const difference = new Float32Array(pixels)
  const product = new Float32Array(pixels)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const dx = ink[x < width - 1 ? i + 1 : i] - ink[x > 0 ? i - 1 : i]
      const dy = ink[y < height - 1 ? i + width : i] - ink[y > 0 ? i - width : i]
      difference[i] = dx * dx - dy * dy
      product[i] = 2 * dx * dy
    }
  }
  const smooth = knownSmoother(all, 1.5)
  smooth(difference)
  smooth(product)

  const cosine = new Float32Array(pixels)
  const sine = new Float32Array(pixels)
  for (let i = 0; i < pixels; i++) {
    const length = Math.sqrt(difference[i] * difference[i] + product[i] * product[i])
    if (drawn[i] === 0 || length === 0) continue
    cosine[i] = -difference[i] / length
    sine[i] = -product[i] / length
  }
  return { cosine, sine }
}
