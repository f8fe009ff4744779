import type { PixelKernel } from '../fast-marching/fill'
import { KNOWN, UNKNOWN } from '../fast-marching/pixel-state'
import { type PatchSamples, visitKnown } from '../fast-marching/visit-known'
import type { Workspace } from '../fast-marching/workspace'
import type { IsophoteDisc } from './isophote-disc'

/**
 * OpenCV's "Navier-Stokes" in double precision, for 16-bit and float images.
 *
 * The weights depend on directions only, so scaling or shifting the image's values scales and
 * shifts the result. Gradients at the image's edge are taken from the pixels that are there.
 */
export function createFloatKernel(
  workspace: Workspace,
  disc: IsophoteDisc,
): PixelKernel<[patch: PatchSamples, radius: number]> {
  // The gradient planes hold the gradient divided by its length.
  const { state, up, down, I64: I, gradX64: unitX, gradY64: unitY } = workspace
  const { entries, pixels, gather } = workspace.neighbours
  const { rx, ry, least } = disc
  let plane = 0
  let end = 0

  function begin(patch: PatchSamples, radius: number): void {
    disc.begin(radius)
    plane = patch.size
    end = plane * patch.channels
    I.set(patch.samples)
    // They are multiplied by 0, which not a number would survive.
    for (let c = 0; c < end; c += plane) {
      for (let i = 0; i < plane; i++) if ((state[i] & KNOWN) === 0) I[c + i] = 0
    }
    visitKnown(patch, workspace, refresh)
  }

  function fill(p: number): void {
    const n = gather(p)
    for (let c = 0; c < end; c += plane) I[c + p] = keepInRange(average(c, n), c, n)
    settle(p)
  }

  /** In a function of its own the loop takes two thirds of the time it takes within `fill`. */
  function average(c: number, n: number): number {
    const value = I
    const x = unitX
    const y = unitY
    let A = 0
    let s = 0
    for (let i = 0; i < n; i++) {
      const k = entries[i]
      const q = (c + pixels[i]) | 0
      let w = Math.abs(rx[k] * x[q] + ry[k] * y[q])
      if (w < least[k]) w = least[k]
      A += w * value[q]
      s += w
    }
    return A / s
  }

  /**
   * Rounding may leave the range of the neighbours' values by a bit. Kept in it, what is flat stays exactly
   * flat, and its gradient exactly 0 rather than noise of some direction.
   */
  function keepInRange(v: number, c: number, n: number): number {
    let lowest = Infinity
    let highest = -Infinity
    // Where it is not flat, the first few tell.
    for (let i = 0; i < n && !(lowest <= v && v <= highest); i++) {
      const value = I[c + pixels[i]]
      if (value < lowest) lowest = value
      if (value > highest) highest = value
    }
    return Math.min(Math.max(v, lowest), highest)
  }

  /** Makes `p` known, and measures anew the isophotes that look at it. */
  function settle(p: number): void {
    state[p] ^= KNOWN | UNKNOWN
    refresh(p)
    if (state[p - 1] & KNOWN) refresh(p - 1)
    if (state[p + 1] & KNOWN) refresh(p + 1)
    if (state[up[p]] & KNOWN) refresh(up[p])
    if (state[down[p]] & KNOWN) refresh(down[p])
  }

  /** As in the kernel for bytes: no branches on which sides are there. */
  function refresh(i: number): void {
    const above = up[i]
    const below = down[i]
    const hasUp = isKnown(above)
    const hasDown = isKnown(below)
    const hasLeft = isKnown(i - 1)
    const hasRight = isKnown(i + 1)
    const upward = hasUp * (2 - hasDown)
    const downward = hasDown * (2 - hasUp)
    const leftward = hasLeft * (2 - hasRight)
    const rightward = hasRight * (2 - hasLeft)
    const value = I
    const toX = unitX
    const toY = unitY
    const last = end
    const step = plane
    for (let c = 0; c < last; c += step) {
      const s = c + i
      const v = value[s]
      const gx = upward * Math.abs(v - value[c + above]) + downward * Math.abs(value[c + below] - v)
      const gy = leftward * Math.abs(v - value[s - 1]) + rightward * Math.abs(value[s + 1] - v)
      const length = Math.sqrt(gx * gx + gy * gy)
      const scale = length > 0 ? 1 / length : 0
      toX[s] = -gx * scale
      toY[s] = gy * scale
    }
  }

  /** 1, or 0 for a pixel that is missing or none. */
  function isKnown(q: number): number {
    return state[q] & KNOWN
  }

  return { begin, fill }
}
