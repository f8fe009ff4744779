import type { PixelKernel } from '../fast-marching/fill'
import { KNOWN, UNKNOWN } from '../fast-marching/pixel-state'
import { loadSamples, visitKnown } from '../fast-marching/planes'
import type { Workspace } from '../fast-marching/workspace'
import type { Hole } from '../hole'
import type { Weights } from './weights'

/**
 * Telea's method as the paper has it, in double precision: each known pixel q proposes its value,
 * continued along its gradient (2004, eq. 2),
 *
 *     I(p) = sum w(q) (I(q) + g ∇I(q) . (p - q)) / sum w(q),   g = 1 in the paper,
 *
 * kept within the range of the neighbours' values: gradients of filled pixels are guesses, and
 * their errors add up in thick holes (on photographs that limit is worth up to 4 dB at g = 1).
 */
export function createFloatKernel(
  workspace: Workspace,
  weights: Weights,
): PixelKernel<[hole: Hole, gradient: number]> {
  const { state, T, I64: I, gradX64: gradX, gradY64: gradY } = workspace
  const { list, offset, dx, dy, gather } = workspace.neighbours
  const { slopeX, slopeY, weight: weightOf } = weights
  const w = new Float64Array(list.length)
  let width = 0
  let plane = 0
  let end = 0
  let gradient = 0

  function begin(hole: Hole, gradientWeight: number): void {
    width = hole.width
    plane = width * hole.height
    end = plane * hole.channels
    gradient = gradientWeight
    loadSamples(hole, I)
    visitKnown(hole, state, refresh)
  }

  function fill(p: number): void {
    const n = gather(p)
    const x = slopeX(p)
    const y = slopeY(p)
    const Tp = T[p]
    let s = 0
    for (let i = 0; i < n; i++) {
      const k = list[i]
      const weight = weightOf(k, T[p + offset[k]] - Tp, x, y)
      w[i] = weight
      s += weight
    }
    for (let c = 0; c < end; c += plane) {
      const first = c + p
      let A = 0
      let J = 0
      let least = Infinity
      let most = -Infinity
      for (let i = 0; i < n; i++) {
        const k = list[i]
        const q = first + offset[k]
        const value = I[q]
        const weight = w[i]
        A += weight * value
        J -= weight * (dx[k] * gradX[q] + dy[k] * gradY[q])
        if (value < least) least = value
        if (value > most) most = value
      }
      I[first] = Math.min(Math.max((A + gradient * J) / s, least), most)
    }
    settle(p)
  }

  /** Makes `p` known, and measures anew the gradients that look at it. */
  function settle(p: number): void {
    state[p] ^= KNOWN | UNKNOWN
    refresh(p)
    if (state[p - 1] & KNOWN) refreshX(p - 1)
    if (state[p + 1] & KNOWN) refreshX(p + 1)
    if (state[p - width] & KNOWN) refreshY(p - width)
    if (state[p + width] & KNOWN) refreshY(p + width)
  }

  function refresh(i: number): void {
    refreshX(i)
    refreshY(i)
  }

  function refreshX(i: number): void {
    const hasLeft = (state[i - 1] & KNOWN) !== 0
    const hasRight = (state[i + 1] & KNOWN) !== 0
    for (let s = i; s < end; s += plane) {
      gradX[s] = derivative(hasLeft, hasRight, s - 1, s, s + 1)
    }
  }

  function refreshY(i: number): void {
    const hasUp = (state[i - width] & KNOWN) !== 0
    const hasDown = (state[i + width] & KNOWN) !== 0
    for (let s = i; s < end; s += plane) {
      gradY[s] = derivative(hasUp, hasDown, s - width, s, s + width)
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
