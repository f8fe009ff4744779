import { blur, type Psf } from '../../src/deconvolution/index'
import { createRandom } from '../support/random'

// Photographs as a camera takes them, and how good a result is.

export interface Plane {
  readonly data: Float64Array
  readonly width: number
  readonly height: number
}

export interface Shot {
  readonly sharp: Plane
  readonly blurred: Plane
}

/** The middle of a picture, cut out after the blur: so the scene goes on beyond the frame. */
export function shoot(picture: Plane, psf: Psf, margin: number, noise: number): Shot {
  const random = createRandom(7)
  const blurred = cut(blur(picture, psf), margin)
  for (let i = 0; i < blurred.data.length; i++) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    blurred.data[i] += noise * normal
  }
  return { sharp: cut(picture, margin), blurred }
}

function cut({ data, width, height }: Plane, margin: number): Plane {
  const size = { width: width - 2 * margin, height: height - 2 * margin }
  const part = new Float64Array(size.width * size.height)
  for (let y = 0; y < size.height; y++) {
    const from = (y + margin) * width + margin
    part.set(data.subarray(from, from + size.width), y * size.width)
  }
  return { data: part, ...size }
}

export type Where = (x: number, y: number) => boolean

/** Decibels against a peak of 255, of the pixels asked for. */
export function psnr(actual: Plane, expected: Plane, where: Where = () => true): number {
  let squares = 0
  let count = 0
  for (let i = 0; i < expected.data.length; i++) {
    const x = i % expected.width
    if (!where(x, (i - x) / expected.width)) continue
    squares += (actual.data[i] - expected.data[i]) ** 2
    count++
  }
  return 10 * Math.log10((255 ** 2 * count) / squares)
}

/** Within `depth` pixels of the frame's edge. */
export function nearEdge({ width, height }: Plane, depth: number): Where {
  return (x, y) => Math.min(x, y, width - 1 - x, height - 1 - y) < depth
}
