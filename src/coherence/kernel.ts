import { KNOWN, UNKNOWN } from '../fast-marching/pixel-state'
import type { Workspace } from '../fast-marching/workspace'
import { createExponential } from './exponential'
import type { Parameters } from './options'
import { createSmoothedImage } from './smoothed-image'
import { createStructureTensor } from './structure-tensor'

/** Fills the pixels of a patch; the samples lie in the workspace's `I64`, 0 where they are missing. */
export interface CoherenceKernel {
  /** `unit` is what samples are multiplied by to have black and white 255 apart. */
  readonly begin: (pixels: number, channels: number, parameters: Parameters, unit: number) => void
  /** Fills one pixel in every channel. */
  readonly fill: (p: number) => void
  /** Makes the pixels `order[start]` to `order[end - 1]` known, which are filled. */
  readonly settle: (start: number, end: number) => void
}

/** 2^64: a weight is multiplied by it and added to 1, so that where all of them vanish the plain mean results. */
const guard = 0x10000000000000000

/**
 * Coherence transport: a missing pixel x becomes the average of its known neighbours y, weighted by
 * (Bornemann and März 2007; v = x - y, and n the unit vector across the direction of coherence)
 *
 *     w(x, y) = exp(-κ² c (n . v)² / (2 ε²)) / |v|.
 *
 * c is the confidence in that direction, exp(-1 / (λ₁ - λ₂)²) of the structure tensor's eigenvalues:
 * from 0, plain weights, to 1.
 */
export function createKernel(workspace: Workspace): CoherenceKernel {
  const { state, order, I64: I, neighbours } = workspace
  const { entries, pixels, dx, dy, gather } = neighbours
  const exponential = createExponential()
  const smoothed = createSmoothedImage(workspace, exponential)
  const structure = createStructureTensor(workspace, smoothed, exponential)
  const { tensor } = structure
  const inverseLength = new Float64Array(dx.length)
  const w = new Float64Array(dx.length)
  let plane = 0
  let end = 0
  let strictness = 0

  function begin(
    patchPixels: number,
    channels: number,
    parameters: Parameters,
    unit: number,
  ): void {
    const { epsilon, radius, kappa, sigma, rho } = parameters
    plane = patchPixels
    end = plane * channels
    strictness = (-0.5 * kappa * kappa) / (epsilon * epsilon)
    const size = neighbours.begin(radius)
    for (let k = 0; k < size; k++) {
      inverseLength[k] = 1 / Math.sqrt(dx[k] * dx[k] + dy[k] * dy[k])
    }
    if (strictness === 0) return
    const smear = smoothed.begin(plane, channels, sigma)
    structure.begin(plane, channels, rho, smear, unit)
  }

  function fill(p: number): void {
    const n = gather(p)
    const s = strictness === 0 ? weighPlainly(n) : weigh(p, n)
    for (let c = 0; c < end; c += plane) {
      let sum = 0
      for (let i = 0; i < n; i++) sum += w[i] * I[c + pixels[i]]
      I[c + p] = sum / s
    }
  }

  function weighPlainly(n: number): number {
    let s = 0
    for (let i = 0; i < n; i++) {
      w[i] = inverseLength[entries[i]]
      s += w[i]
    }
    return s
  }

  function weigh(p: number, n: number): number {
    structure.gather(p)
    // The exponent is a quadratic form, made from the tensor: the square across the direction of coherence.
    const e = tensor[2] - tensor[0]
    const twice = 2 * tensor[1]
    const difference2 = e * e + twice * twice
    const difference = Math.sqrt(difference2)
    const confidence = difference2 > 0 ? exponential(-1 / difference2) / difference : 0
    const xx = (strictness * confidence * (difference - e)) / 2
    const xy = strictness * confidence * twice
    const yy = (strictness * confidence * (difference + e)) / 2
    let s = 0
    for (let i = 0; i < n; i++) {
      const k = entries[i]
      const exponent = dx[k] * (xx * dx[k] + xy * dy[k]) + yy * dy[k] * dy[k]
      const weight = 1 + guard * exponential(exponent) * inverseLength[k]
      w[i] = weight
      s += weight
    }
    return s
  }

  function settle(first: number, last: number): void {
    for (let i = first; i < last; i++) state[order[i]] ^= KNOWN | UNKNOWN
    if (strictness === 0) return
    smoothed.add(first, last)
    structure.add(first, last)
  }

  return { begin, fill, settle }
}
