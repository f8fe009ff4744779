import { gaussianHalf } from './gaussian'

/** A plane of samples, row by row. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly values: Float32Array
}

/**
 * Smooths planes by a Gaussian that sees only known pixels, here and past the image's edges: the mean of those in its reach,
 * by their weights. Missing pixels in reach of known ones get such a mean too; all others are 0.
 *
 * @param isKnown 1 where a pixel counts, 0 where it is missing.
 * @returns A function that smooths one plane in place.
 * @see H. Knutsson, C.-F. Westin, "Normalized and Differential Convolution", CVPR 1993,
 * doi:10.1109/CVPR.1993.341081
 */
export function knownSmoother(isKnown: Plane, sigma: number): (plane: Float32Array) => void {
  const { width, height, values: known } = isKnown
  const half = gaussianHalf(sigma)
  const rows = new Float32Array(width * height)
  const weights = known.slice()
  convolve(weights)

  return (plane) => {
    for (let i = 0; i < plane.length; i++) if (known[i] === 0) plane[i] = 0
    convolve(plane)
    for (let i = 0; i < plane.length; i++) plane[i] = weights[i] > 0 ? plane[i] / weights[i] : 0
  }

  function convolve(plane: Float32Array): void {
    for (let y = 0; y < height; y++) {
      const row = y * width
      for (let x = 0; x < width; x++) {
        let sum = half[0] * plane[row + x]
        for (let d = 1; d < half.length; d++) {
          const before = x - d >= 0 ? plane[row + x - d] : 0
          const after = x + d < width ? plane[row + x + d] : 0
          sum += half[d] * (before + after)
        }
        rows[row + x] = sum
      }
    }
    for (let y = 0; y < height; y++) {
      const row = y * width
      for (let x = 0; x < width; x++) {
        let sum = half[0] * rows[row + x]
        for (let d = 1, step = width; d < half.length; d++, step += width) {
          const above = y - d >= 0 ? rows[row + x - step] : 0
          const below = y + d < height ? rows[row + x + step] : 0
          sum += half[d] * (above + below)
        }
        plane[row + x] = sum
      }
    }
  }
}
