import type { PixelKernel } from '../fast-marching/pixel-kernel'
import { KNOWN, RIM, UNKNOWN } from '../fast-marching/pixel-state'
import { loadSamples } from '../fast-marching/planes'
import { type RimSamples, rimSamples } from '../fast-marching/rim'
import { toByte } from '../fast-marching/round'
import type { Workspace } from '../fast-marching/workspace'
import type { Hole } from '../hole'
import type { IsophoteDisc } from './isophote-disc'

const { abs, fround, sqrt } = Math

/** OpenCV starts its sums with this, to divide by. */
const tiny = fround(1e-20)

/**
 * OpenCV's "Navier-Stokes" with OpenCV's arithmetic, for 8-bit images: equal to the last bit.
 *
 * As in Telea's kernel, the sums are taken in double precision, and again step by step in single
 * precision where the result lies so close to a rounding boundary that the two may differ.
 */
export function createOpencvKernel(
  workspace: Workspace,
  disc: IsophoteDisc,
): PixelKernel<[hole: Hole]> {
  // The gradient planes hold the gradient divided by its length: that saves the sums a square root
  // and a division per neighbour.
  const { state, I, gradX: unitX, gradY: unitY } = workspace
  const { list, offset, dx, dy, gather, settle, settled } = workspace.neighbours
  const { distance, rx, ry, least, leastDirection } = disc
  const at: RimSamples = { left: 0, right: 0, up: 0, down: 0, centre: 0, centreX: 0, centreY: 0 }
  let crop: Hole
  let width = 0
  let plane = 0
  let end = 0
  /** Whether the sample last computed lies near a rounding boundary. */
  let onBoundary = false
  /** The gradient last measured. */
  let gx = 0
  let gy = 0

  function begin(hole: Hole): void {
    crop = hole
    width = hole.width
    plane = width * hole.height
    end = plane * hole.channels
    loadSamples(hole, I)
    const { near } = hole
    for (let r = 0; r < near.length; r += 2) {
      for (let i = near[r]; i < near[r + 1]; i++) if (state[i] & KNOWN) refresh(i)
    }
  }

  function fill(p: number): void {
    const n = gather(p)
    for (let c = 0; c < end; c += plane) {
      const v = inDoubles(p, c, n)
      I[c + p] = toByte(onBoundary ? stepByStep(p, c, n) : v)
    }
    for (let i = 0, count = settle(p); i < count; i++) refresh(settled[i])
  }

  function inDoubles(p: number, c: number, n: number): number {
    let A = 0
    let s = 0
    let leastSum = 0
    for (let i = 0; i < n; i++) {
      const k = list[i]
      const q = c + p + offset[k]
      const w = abs(rx[k] * unitX[q] + ry[k] * unitY[q]) + least[k]
      A += w * I[q]
      s += w
      leastSum += least[k]
    }
    const v = A / s
    // `least` is added here to every weight, by OpenCV only to those that are 0.
    onBoundary = abs(v - Math.floor(v) - 0.5) < 3e-4 + (255 * leastSum) / s
    return v
  }

  function stepByStep(p: number, c: number, n: number): number {
    let A = 0
    let s = tiny
    for (let i = 0; i < n; i++) {
      const k = list[i]
      const q = p + offset[k]
      const w = fround(distance[k] * directionStepByStep(k, q, c))
      A = fround(A + fround(w * I[c + q]))
      s = fround(s + w)
    }
    return A / s
  }

  function directionStepByStep(k: number, q: number, c: number): number {
    if (unitX[c + q] === 0 && unitY[c + q] === 0) return leastDirection
    measure(q, c)
    const dot = fround(fround(dx[k] * gx) + fround(dy[k] * gy))
    if (abs(dot) <= 0.01) return leastDirection
    const length2 = dx[k] * dx[k] + dy[k] * dy[k]
    const gradient2 = fround(fround(gx * gx) + fround(gy * gy))
    return abs(fround(dot / fround(sqrt(fround(length2 * gradient2)))))
  }

  function refresh(i: number): void {
    for (let c = 0; c < end; c += plane) {
      measure(i, c)
      const length = sqrt(gx * gx + gy * gy)
      unitX[c + i] = length === 0 ? 0 : gx / length
      unitY[c + i] = length === 0 ? 0 : gy / length
    }
  }

  /** The direction of the isophote at a pixel, as OpenCV sees it: from absolute differences, crosswise. */
  function measure(i: number, c: number): void {
    const hasLeft = (state[i - 1] & UNKNOWN) === 0
    const hasRight = (state[i + 1] & UNKNOWN) === 0
    const hasUp = (state[i - width] & UNKNOWN) === 0
    const hasDown = (state[i + width] & UNKNOWN) === 0
    if (state[i] & RIM) {
      rimSamples(crop, i, at)
      gx = -variation(hasUp, hasDown, c + at.up, c + at.centreY, c + at.down)
      gy = variation(hasLeft, hasRight, c + at.left, c + at.centre, c + at.right)
      return
    }
    const s = c + i
    gx = -variation(hasUp, hasDown, s - width, s, s + width)
    gy = variation(hasLeft, hasRight, s - 1, s, s + 1)
  }

  function variation(
    hasBefore: boolean,
    hasAfter: boolean,
    before: number,
    centre: number,
    after: number,
  ): number {
    if (hasBefore) {
      const back = abs(I[centre] - I[before])
      return hasAfter ? abs(I[after] - I[centre]) + back : 2 * back
    }
    return hasAfter ? 2 * abs(I[after] - I[centre]) : 0
  }

  return { begin, fill }
}
