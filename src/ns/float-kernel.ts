import type { PatchSamples, PixelKernel } from '../fast-marching/fill'
import { createListKnown } from '../fast-marching/list-known'
import { KNOWN, UNKNOWN } from '../fast-marching/pixel-state'
import { madeOn, type Workspace } from '../fast-marching/workspace'
import type { IsophoteDisc } from './isophote-disc'

/**
 * OpenCV's "Navier-Stokes" in double precision, for 16-bit and float images.
 *
 * The weights depend on directions only, so scaling or shifting the image's values scales and
 * shifts the result. Gradients at the image's edge are taken from the pixels that are there.
 */
export function createFloatKernel(workspace: Workspace, disc: IsophoteDisc): PixelKernel {
  // The gradient planes hold the gradient divided by its length.
  const { state, up, down, band, I64: I, gradX64: unitX, gradY64: unitY } = workspace
  const { entries, pixels, gather } = workspace.neighbours
  const listKnown = madeOn(workspace, createListKnown)
  const { rx, ry, least } = disc
  let plane = 0
  let end = 0

  function begin(patch: PatchSamples, radius: number): void {
    disc.begin(radius)
    plane = patch.size
    end = plane * patch.channels
    I.set(patch.samples)
    const known = listKnown(plane)
    for (let k = 0; k < known; k++) refresh(band[k])
  }

  function fill(p: number): void {
    const n = gather(p)
    for (let c = 0; c < end; c += plane) I[c + p] = keepInRange(average(c, n), c, n)
    settle(p)
  }

  /** In a function of its own the loop takes two thirds of the time it takes within `fill`. */
  function average(c: number, n: number): number {
    let A = 0
    let s = 0
    for (let i = 0; i < n; i++) {
      const k = entries[i]
      const q = c + pixels[i]
      let w = Math.abs(rx[k] * unitX[q] + ry[k] * unitY[q])
      if (w < least[k]) w = least[k]
      A += w * I[q]
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

  function refresh(i: number): void {
    const hasLeft = (state[i - 1] & KNOWN) !== 0
    const hasRight = (state[i + 1] & KNOWN) !== 0
    const hasUp = (state[up[i]] & KNOWN) !== 0
    const hasDown = (state[down[i]] & KNOWN) !== 0
    const above = up[i]
    const below = down[i]
    for (let c = 0; c < end; c += plane) {
      const s = c + i
      const gx = variation(hasUp, hasDown, c + above, s, c + below)
      const gy = variation(hasLeft, hasRight, s - 1, s, s + 1)
      const length = Math.sqrt(gx * gx + gy * gy)
      const scale = length > 0 ? 1 / length : 0
      unitX[s] = gx * scale
      unitY[s] = gy * scale
    }
  }

  function variation(
    hasBefore: boolean,
    hasAfter: boolean,
    before: number,
    centre: number,
    after: number,
  ): number {
    if (hasBefore) {
      const back = Math.abs(I[centre] - I[before])
      return hasAfter ? Math.abs(I[after] - I[centre]) + back : 2 * back
    }
    return hasAfter ? 2 * Math.abs(I[after] - I[centre]) : 0
  }

  return { begin, fill }
}
