import type { Picture } from '../image/picture'
import { knownSmoother, type Plane } from './smooth'

/** How fast an image changes, and which way: two planes. */
export interface Gradients {
  readonly width: number
  readonly height: number
  readonly dx: Float32Array
  readonly dy: Float32Array
}

/**
 * The gradient of each known pixel in the channel where it is longest, by the steps it stands for: a
 * vector's length is the height of the step that would show it at this `sigma`, as a share of the range
 * of all known samples. 0 in missing pixels, and all over in an image of one value.
 */
export function gradientsOf(picture: Picture, isKnown: Plane, sigma: number): Gradients {
  const { samples, channels, width, height } = picture
  const smooth = knownSmoother(isKnown, sigma)
  const dx = new Float32Array(width * height)
  const dy = new Float32Array(width * height)
  const [least, most] = rangeOfKnown(picture, isKnown)
  if (most > least) {
    // A step smoothed by a Gaussian rises by its height / (sigma √2π) in its middle.
    const scale = (sigma * rootOf2Pi) / (most - least)
    const plane = new Float32Array(width * height)
    for (let c = 0; c < channels; c++) {
      for (let i = 0, s = c; i < plane.length; i++, s += channels) plane[i] = samples[s] - least
      smooth(plane)
      takeSteepest({ width, height, values: plane }, isKnown.values, scale, { dx, dy })
    }
  }
  return { width, height, dx, dy }
}

const rootOf2Pi = 2.5066282746310002

/** The least and the greatest known sample. */
export function rangeOfKnown(
  { samples, channels }: Picture,
  { values: known }: Plane,
): [least: number, most: number] {
  let least = Infinity
  let most = -Infinity
  for (let i = 0, s = 0; i < known.length; i++) {
    for (const end = (i + 1) * channels; s < end; s++) {
      if (known[i] === 0) continue
      least = Math.min(least, samples[s])
      most = Math.max(most, samples[s])
    }
  }
  return [least, most]
}

function takeSteepest(
  { width, height, values }: Plane,
  known: Float32Array,
  scale: number,
  { dx, dy }: Pick<Gradients, 'dx' | 'dy'>,
): void {
  for (let y = 0, i = 0; y < height; y++) {
    const above = y > 0 ? width : 0
    const below = y < height - 1 ? width : 0
    const vertical = (scale * width) / Math.max(above + below, 1)
    for (let x = 0; x < width; x++, i++) {
      if (known[i] === 0) continue
      const before = x > 0 ? 1 : 0
      const after = x < width - 1 ? 1 : 0
      const horizontal = scale / Math.max(before + after, 1)
      const across = (values[i + after] - values[i - before]) * horizontal
      const along = (values[i + below] - values[i - above]) * vertical
      if (across * across + along * along <= dx[i] * dx[i] + dy[i] * dy[i]) continue
      dx[i] = across
      dy[i] = along
    }
  }
}
