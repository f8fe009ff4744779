import type { PixelLayout } from '../fast-marching/lay-out'
import { KNOWN } from '../fast-marching/pixel-state'
import type { Workspace } from '../fast-marching/workspace'
import { layOutGaussian } from './gaussian'

/** The picture as known so far, smoothed, and kept up to date while it fills (2007, sec. 4.2). */
export interface SmoothedImage {
  /** Smooths what is known of a patch of so many pixels. */
  readonly begin: (pixels: number, channels: number, sigma: number) => void
  /** Takes in a pixel that has become known. */
  readonly add: (p: number) => void
  /**
   * Brings the smoothed values near the added pixels up to date, and returns how many: they are
   * listed in `changed`.
   */
  readonly update: () => number
  readonly changed: Int32Array
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
export function createSmoothedImage(workspace: Workspace): SmoothedImage {
  const { state, up, down } = workspace as PixelLayout
  const { I64: I, gradX64: sum, gradY64: smooth } = workspace
  const support = new Float64Array(state.length)
  const rows = new Float64Array(state.length)
  const changed = new Int32Array(state.length)
  const isChanged = new Int8Array(state.length)
  const weights = new Float64Array(2 * mostReach + 1)
  let reach = 0
  let plane = 0
  let end = 0
  let count = 0

  function begin(pixels: number, channels: number, sigma: number): void {
    plane = pixels
    end = plane * channels
    reach = layOutGaussian(sigma, weights)
    count = 0
    isChanged.fill(0, 0, plane)
    for (let i = 0; i < plane; i++) support[i] = state[i] & KNOWN
    for (let c = 0; c < end; c += plane) smoothPlane(I, c, sum, c)
    smoothPlane(support, 0, support, 0)
    for (let i = 1; i < plane; i++) divide(i)
  }

  /** Along the rows into `rows`, then down the columns. Nearer to an end of `from`, nothing is read. */
  function smoothPlane(from: Float64Array, f: number, to: Float64Array, t: number): void {
    const middle = weights[reach]
    const last = plane - reach
    for (let i = reach; i < last; i++) {
      let s = middle * from[f + i]
      for (let k = 1; k <= reach; k++) s += weights[reach + k] * (from[f + i - k] + from[f + i + k])
      rows[i] = s
    }
    rows.fill(0, 0, reach)
    rows.fill(0, last, plane)
    for (let i = 1; i < plane; i++) {
      let s = middle * rows[i]
      for (let k = 1, a = up[i], b = down[i]; k <= reach; k++, a = up[a], b = down[b]) {
        s += weights[reach + k] * (rows[a] + rows[b])
      }
      to[t + i] = s
    }
  }

  function divide(i: number): void {
    if (state[i] === 0) support[i] = 0
    const s = support[i]
    if (s > 0) for (let c = i; c < end; c += plane) smooth[c] = sum[c] / s
  }

  function add(p: number): void {
    addRow(p, p, weights[reach])
    for (let k = 1, a = up[p], b = down[p]; k <= reach; k++, a = up[a], b = down[b]) {
      if (a > 0) addRow(a, p, weights[reach + k])
      if (b > 0) addRow(b, p, weights[reach + k])
    }
  }

  function addRow(middle: number, p: number, weight: number): void {
    for (let k = -reach; k <= reach; k++) {
      const i = middle + k
      const w = weight * weights[reach + k]
      support[i] += w
      for (let c = 0; c < end; c += plane) sum[c + i] += w * I[c + p]
      changed[count] = i
      count += 1 - isChanged[i]
      isChanged[i] = 1
    }
  }

  function update(): number {
    const n = count
    for (let i = 0; i < n; i++) {
      isChanged[changed[i]] = 0
      divide(changed[i])
    }
    count = 0
    return n
  }

  return { begin, add, update, changed, smooth, support }
}
