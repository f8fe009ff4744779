import type { PatchSamples, PixelKernel } from '../fast-marching/fill'
import { leastDirection, mostAtRightAngle } from '../fast-marching/least-direction'
import { createListKnown } from '../fast-marching/list-known'
import { KNOWN, UNKNOWN } from '../fast-marching/pixel-state'
import { madeOn, type Workspace } from '../fast-marching/workspace'
import type { Weights } from './weights'

/**
 * Telea's method as the paper has it, in double precision: each known pixel q proposes its value,
 * continued along its gradient (2004, eq. 2),
 *
 *     I(p) = sum w(q) (I(q) + g ∇I(q) . (p - q)) / sum w(q),   g = 1 in the paper,
 *
 * kept within the range of the neighbours' values: gradients of filled pixels are guesses, and
 * their errors add up in thick holes (on photographs that limit is worth nearly 5 dB at g = 1).
 */
export function createFloatKernel(workspace: Workspace, weights: Weights): PixelKernel {
  const { state, up, down, band, T, I64: I, gradX64: gradX, gradY64: gradY } = workspace
  const { entries, pixels, dx, dy, gather } = workspace.neighbours
  const listKnown = madeOn(workspace, createListKnown)
  const { lookFrom, front, distance } = weights
  /** The weights of the pixels gathered, and those times the vectors to them. */
  const w = new Float64Array(entries.length)
  const wx = new Float64Array(entries.length)
  const wy = new Float64Array(entries.length)
  // A number in a closure's variable would be a fresh object for every pixel.
  const sum = new Float64Array(1)
  let plane = 0
  let end = 0
  let gradient = 0

  function begin(patch: PatchSamples, radius: number, gradientWeight: number): void {
    weights.begin(radius, 1)
    plane = patch.size
    end = plane * patch.channels
    gradient = gradientWeight
    I.set(patch.samples)
    const known = listKnown(plane)
    for (let k = 0; k < known; k++) refresh(band[k])
  }

  // Each loop has a function of its own: in one with the others it takes 1.6 times as long.
  function fill(p: number): void {
    const n = gather(p)
    lookFrom(p)
    weigh(n)
    for (let c = 0; c < end; c += plane) I[c + p] = keepInRange(proposal(c, n), c, n)
    settle(p)
  }

  /** Leaves the weights of the pixels gathered, which all channels share, and their sum. */
  function weigh(n: number): void {
    const Tp = front[0]
    const x = front[1]
    const y = front[2]
    let s = 0
    for (let i = 0; i < n; i++) {
      const k = entries[i]
      let direction = Math.abs(dx[k] * x + dy[k] * y)
      if (direction <= mostAtRightAngle) direction = leastDirection
      const weight = (distance[k] * direction) / (1 + Math.abs(T[pixels[i]] - Tp))
      w[i] = weight
      wx[i] = weight * dx[k]
      wy[i] = weight * dy[k]
      s += weight
    }
    sum[0] = s
  }

  function proposal(c: number, n: number): number {
    let A = 0
    let J = 0
    for (let i = 0; i < n; i++) {
      const q = c + pixels[i]
      A += w[i] * I[q]
      J -= wx[i] * gradX[q] + wy[i] * gradY[q]
    }
    return (A + gradient * J) / sum[0]
  }

  /** Limits `v` to the range of the neighbours' values. */
  function keepInRange(v: number, c: number, n: number): number {
    let least = Infinity
    let most = -Infinity
    // Most often the first few neighbours tell.
    for (let i = 0; i < n && !(least <= v && v <= most); i++) {
      const value = I[c + pixels[i]]
      if (value < least) least = value
      if (value > most) most = value
    }
    return Math.min(Math.max(v, least), most)
  }

  /** Makes `p` known, and measures anew the gradients that look at it. */
  function settle(p: number): void {
    state[p] ^= KNOWN | UNKNOWN
    refresh(p)
    if (state[p - 1] & KNOWN) refresh(p - 1)
    if (state[p + 1] & KNOWN) refresh(p + 1)
    if (state[up[p]] & KNOWN) refresh(up[p])
    if (state[down[p]] & KNOWN) refresh(down[p])
  }

  function refresh(i: number): void {
    const above = up[i]
    const below = down[i]
    const hasLeft = (state[i - 1] & KNOWN) !== 0
    const hasRight = (state[i + 1] & KNOWN) !== 0
    const hasUp = (state[above] & KNOWN) !== 0
    const hasDown = (state[below] & KNOWN) !== 0
    for (let c = 0; c < end; c += plane) {
      gradX[c + i] = derivative(hasLeft, hasRight, c + i - 1, c + i, c + i + 1)
      gradY[c + i] = derivative(hasUp, hasDown, c + above, c + i, c + below)
    }
  }

  /** The central difference, or a one-sided one where only one side is known. */
  function derivative(
    hasBefore: boolean,
    hasAfter: boolean,
    before: number,
    centre: number,
    after: number,
  ): number {
    if (hasBefore) return hasAfter ? (I[after] - I[before]) / 2 : I[centre] - I[before]
    return hasAfter ? I[after] - I[centre] : 0
  }

  return { begin, fill }
}
