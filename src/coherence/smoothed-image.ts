import { KNOWN } from '../fast-marching/pixel-state'
import type { Workspace } from '../fast-marching/workspace'
import { layOutGaussian } from './gaussian'

/** The picture as known so far, smoothed, and kept up to date while it fills (Bornemann and März 2007). */
export interface SmoothedImage {
  /** Smooths what is known of a patch of so many pixels; returns how far a pixel is smeared. */
  readonly begin: (pixels: number, channels: number, sigma: number) => number
  /** Takes in the pixels `order[start]` to `order[end - 1]`, which have become known. */
  readonly add: (start: number, end: number) => void
  /** The smoothed value; a plane per channel. */
  readonly smooth: Float64Array
  /** How much known picture is in it: 0 where there is nothing to smooth, or no pixel. */
  readonly support: Float64Array
}

const mostReach = 50

/**
 * Both the picture and the indicator of what is known of it are convolved, with 0 for all that is
 * not known; the quotient of the two is the smoothed picture.
 */
export function createSmoothedImage(
  workspace: Workspace,
  exponential: (x: number) => number,
): SmoothedImage {
  const { state, up, down, order, I64: I, gradX64: sum, gradY64: smooth } = workspace
  const support = new Float64Array(state.length)
  const rows = new Float64Array(state.length)
  const weights = new Float64Array(2 * mostReach + 1)
  let reach = 0
  let plane = 0
  let end = 0

  function begin(pixels: number, channels: number, sigma: number): number {
    plane = pixels
    end = plane * channels
    reach = layOutGaussian(sigma, weights, exponential)
    for (let i = 0; i < plane; i++) support[i] = state[i] & KNOWN
    for (let c = 0; c < end; c += plane) smoothPlane(I, sum, c)
    smoothPlane(support, support, 0)
    for (let i = 1; i < plane; i++) divide(i)
    return reach
  }

  /**
   * Along the rows, then down the columns. Near the ends of the patch's numbers there are only pixels
   * that no missing one asks for, or none; so there nothing is smoothed.
   */
  function smoothPlane(from: Float64Array, to: Float64Array, c: number): void {
    const middle = weights[reach]
    const last = plane - reach
    rows.fill(0, 0, plane)
    for (let i = reach; i < last; i++) {
      let s = middle * from[c + i]
      for (let k = 1; k <= reach; k++) s += weights[reach + k] * (from[c + i - k] + from[c + i + k])
      rows[i] = s
    }
    for (let i = 1; i < plane; i++) {
      let s = middle * rows[i]
      for (let k = 1, a = up[i], b = down[i]; k <= reach; k++, a = up[a], b = down[b]) {
        s += weights[reach + k] * (rows[a] + rows[b])
      }
      to[c + i] = s
    }
  }

  function divide(i: number): void {
    if (state[i] === 0) support[i] = 0
    const s = support[i]
    if (s > 0) for (let c = i; c < end; c += plane) smooth[c] = sum[c] / s
  }

  function add(first: number, last: number): void {
    for (let n = first; n < last; n++) smear(order[n])
  }

  function smear(p: number): void {
    smearRow(p, p, weights[reach])
    for (let k = 1, a = up[p], b = down[p]; k <= reach; k++, a = up[a], b = down[b]) {
      if (a > 0) smearRow(a, p, weights[reach + k])
      if (b > 0) smearRow(b, p, weights[reach + k])
    }
  }

  function smearRow(middle: number, p: number, weight: number): void {
    const first = middle - reach
    const width = 2 * reach + 1
    for (let k = 0; k < width; k++) support[first + k] += weight * weights[k]
    for (let c = 0; c < end; c += plane) {
      const value = weight * I[c + p]
      for (let k = 0; k < width; k++) sum[c + first + k] += value * weights[k]
    }
    for (let k = 0; k < width; k++) divide(first + k)
  }

  return { begin, add, smooth, support }
}
