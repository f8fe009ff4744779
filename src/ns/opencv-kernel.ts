import type { PixelKernel } from '../fast-marching/fill'
import { KNOWN, RIM, UNKNOWN } from '../fast-marching/pixel-state'
import { loadSamples, visitKnown } from '../fast-marching/planes'
import { type RimSamples, rimSamples } from '../fast-marching/rim'
import type { Workspace } from '../fast-marching/workspace'
import type { Patch } from '../patch'
import type { IsophoteDisc } from './isophote-disc'

/**
 * OpenCV's "Navier-Stokes" with OpenCV's arithmetic, for 8-bit images: equal to the last bit.
 *
 * As in Telea's kernel, the sums are taken in double precision, and again step by step in single
 * precision where the result lies so close to a rounding boundary that the two may differ.
 */
export function createOpencvKernel(
  workspace: Workspace,
  disc: IsophoteDisc,
): PixelKernel<[patch: Patch]> {
  const { state, up, down, I, gradX, gradY, inverse } = workspace
  const { entries, pixels, dx, dy, gather } = workspace.neighbours
  const { distance, rx, ry, least, leastDirection } = disc
  // Its elements round as OpenCV does: halves to even, and no further than 0 and 255.
  const byte = new Uint8ClampedArray(1)
  /** OpenCV starts its sums with this, to divide by. */
  const tiny = Math.fround(1e-20)
  const at = {} as RimSamples
  let plane = 0
  let end = 0
  /** Whether the sample last computed lies near a rounding boundary. */
  let onBoundary = false

  function begin(patch: Patch): void {
    plane = patch.size
    end = plane * patch.channels
    loadSamples(patch, I)
    visitKnown(patch, state, refresh)
  }

  function fill(p: number): void {
    const n = gather(p)
    for (let c = 0; c < end; c += plane) {
      const v = inDoubles(c, n)
      byte[0] = onBoundary ? stepByStep(c, n) : v
      I[c + p] = byte[0]
    }
    settle(p)
  }

  function inDoubles(c: number, n: number): number {
    let A = 0
    let s = 0
    for (let i = 0; i < n; i++) {
      const k = entries[i]
      const q = c + pixels[i]
      let w = Math.abs(rx[k] * gradX[q] + ry[k] * gradY[q]) * inverse[q]
      if (w < least[k]) w = least[k]
      A += w * I[q]
      s += w
    }
    const v = A / s
    // Each of the n terms of a sum in single precision adds to its error.
    onBoundary = Math.abs(v - Math.floor(v) - 0.5) < 3e-4 + 4e-6 * n
    return v
  }

  function stepByStep(c: number, n: number): number {
    let A = 0
    let s = tiny
    for (let i = 0; i < n; i++) {
      const k = entries[i]
      const q = c + pixels[i]
      const gx = gradX[q]
      const gy = gradY[q]
      const dot = Math.fround(Math.fround(dx[k] * gx) + Math.fround(dy[k] * gy))
      let direction = leastDirection
      if (Math.abs(dot) > 0.01) {
        const length2 = dx[k] * dx[k] + dy[k] * dy[k]
        const gradient2 = Math.fround(Math.fround(gx * gx) + Math.fround(gy * gy))
        direction = Math.abs(
          Math.fround(dot / Math.fround(Math.sqrt(Math.fround(length2 * gradient2)))),
        )
      }
      const w = Math.fround(distance[k] * direction)
      A = Math.fround(A + Math.fround(w * I[q]))
      s = Math.fround(s + w)
    }
    return A / s
  }

  /** Makes `p` known, and measures anew the isophotes that look at it. */
  function settle(p: number): void {
    state[p] ^= KNOWN | UNKNOWN
    if (state[p] & RIM) {
      for (const middle of [up[p], p, down[p]]) {
        if (middle === 0) continue
        for (let q = middle - 1; q <= middle + 1; q++) if (state[q] & KNOWN) refresh(q)
      }
      return
    }
    refresh(p)
    if (state[p - 1] & KNOWN) refreshY(p - 1)
    if (state[p + 1] & KNOWN) refreshY(p + 1)
    if (state[up[p]] & KNOWN) refreshX(up[p])
    if (state[down[p]] & KNOWN) refreshX(down[p])
  }

  function refresh(i: number): void {
    if (state[i] & RIM) {
      rimSamples(workspace, i, at)
      measureX(i, at.up, at.centreY, at.down)
      measureY(i, at.left, at.centre, at.right)
    } else {
      refreshX(i)
      refreshY(i)
    }
  }

  function refreshX(i: number): void {
    measureX(i, up[i], i, down[i])
  }

  function refreshY(i: number): void {
    measureY(i, i - 1, i, i + 1)
  }

  // The isophote is at right angles to the gradient, so its components come from crosswise
  // differences; OpenCV takes their absolute values.

  function measureX(i: number, above: number, centre: number, below: number): void {
    const hasUp = (state[up[i]] & UNKNOWN) === 0
    const hasDown = (state[down[i]] & UNKNOWN) === 0
    for (let c = 0; c < end; c += plane) {
      const x = -variation(hasUp, hasDown, c + above, c + centre, c + below)
      setIsophote(c + i, x, gradY[c + i])
    }
  }

  function measureY(i: number, left: number, centre: number, right: number): void {
    const hasLeft = (state[i - 1] & UNKNOWN) === 0
    const hasRight = (state[i + 1] & UNKNOWN) === 0
    for (let c = 0; c < end; c += plane) {
      const y = variation(hasLeft, hasRight, c + left, c + centre, c + right)
      setIsophote(c + i, gradX[c + i], y)
    }
  }

  function setIsophote(s: number, x: number, y: number): void {
    const length2 = x * x + y * y
    gradX[s] = x
    gradY[s] = y
    // Saves the sums a square root and a division per neighbour.
    inverse[s] = length2 === 0 ? 0 : 1 / Math.sqrt(length2)
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
