/**
 * A point spread function: what one bright point of the scene becomes in the picture.
 *
 * Row-major weights that are never negative and sum to 1. `origin` is the pixel, `[x, y]`, where the
 * point itself was: light in that pixel stays in place, and all else is moved by its distance from it.
 * It has the shape of a one-channel image, so it can be shown or saved as one.
 */
export interface Psf {
  readonly data: Float64Array
  readonly width: number
  readonly height: number
  readonly origin: readonly [x: number, y: number]
}

/** A PSF of `(2 reachX + 1) x (2 reachY + 1)` pixels around its origin, from any weights, normalised. */
export function centredPsf(
  reachX: number,
  reachY: number,
  weight: (x: number, y: number) => number,
): Psf {
  const width = 2 * reachX + 1
  const height = 2 * reachY + 1
  const data = new Float64Array(width * height)
  let i = 0
  for (let y = -reachY; y <= reachY; y++) {
    for (let x = -reachX; x <= reachX; x++) data[i++] = weight(x, y)
  }
  return { data: normalise(data), width, height, origin: [reachX, reachY] }
}

/** Divides weights by their sum, in place. */
export function normalise(weights: Float64Array): Float64Array {
  let sum = 0
  for (const weight of weights) sum += weight
  for (let i = 0; i < weights.length; i++) weights[i] /= sum
  return weights
}
