import { convolveImage } from '../fft/engine/real-image'
import type { FramedPlane } from './boundary'
import type { Scene } from './method'
import type { Psf } from './psf/psf'

/**
 * Fills the margin with the frame's outermost rows and columns, and makes the seam in its middle
 * what a periodic blur would have made of it: there the plane fades into its own blur, by as much as
 * the PSF's autocorrelation reaches across. Some rounds make it even.
 *
 * @see S. J. Reeves, "Fast Image Restoration Without Boundary Artifacts", IEEE Transactions on Image
 * Processing 14(10), 2005, doi:10.1109/TIP.2005.854474
 */
export function taper(
  { plane, width, height, frameWidth, frameHeight }: FramedPlane,
  { psf, otf }: Scene,
): void {
  for (let y = 0; y < frameHeight; y++) repeatEdges(plane, y * width, 1, frameWidth, width)
  for (let x = 0; x < width; x++) repeatEdges(plane, x, width, frameHeight, height)

  const acrossColumns = seamWeights(columnSums(psf), frameWidth, width)
  const acrossRows = seamWeights(rowSums(psf), frameHeight, height)
  const blurred = new Float64Array(plane.length)
  for (let round = 0; round < rounds; round++) {
    blurred.set(plane)
    convolveImage(blurred, width, height, otf, false)
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        // However narrow the margin, the picture itself is what was seen.
        if (x < frameWidth && y < frameHeight) continue
        const own = (1 - acrossColumns[x]) * (1 - acrossRows[y])
        plane[i] = own * plane[i] + (1 - own) * blurred[i]
      }
    }
  }
}

const rounds = 3

function repeatEdges(
  plane: Float64Array,
  start: number,
  step: number,
  known: number,
  length: number,
): void {
  const middle = (known + length) / 2
  for (let i = known; i < length; i++) {
    plane[start + i * step] = plane[start + (i < middle ? known - 1 : 0) * step]
  }
}

/** For each position on a line, how far what lies across the seam has a part in it: 1 at the seam, 0 far from it. */
function seamWeights(profile: Float64Array, known: number, length: number): Float64Array {
  const correlation = autocorrelation(profile)
  const seam = (known + length - 1) / 2
  return Float64Array.from({ length }, (_, i) => {
    const direct = Math.abs(i - seam)
    const distance = Math.floor(Math.min(direct, length - direct))
    return distance < correlation.length ? correlation[distance] / correlation[0] : 0
  })
}

function autocorrelation(profile: Float64Array): Float64Array {
  return profile.map((_, shift) => {
    let sum = 0
    for (let i = shift; i < profile.length; i++) sum += profile[i] * profile[i - shift]
    return sum
  })
}

function columnSums({ data, width }: Psf): Float64Array {
  const sums = new Float64Array(width)
  for (let i = 0; i < data.length; i++) sums[i % width] += data[i]
  return sums
}

function rowSums({ data, width, height }: Psf): Float64Array {
  const sums = new Float64Array(height)
  for (let i = 0; i < data.length; i++) sums[Math.floor(i / width)] += data[i]
  return sums
}
