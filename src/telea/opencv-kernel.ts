import type { PatchSamples, PixelKernel } from '../fast-marching/fill'
import { leastDirection, mostAtRightAngle } from '../fast-marching/least-direction'
import { createListKnown } from '../fast-marching/list-known'
import { KNOWN, RIM, UNKNOWN } from '../fast-marching/pixel-state'
import { type RimSamples, rimSamples } from '../fast-marching/rim'
import { madeOn, type Workspace } from '../fast-marching/workspace'
import { createGatheredSums } from './gathered-sums'
import { createPairSums, NOT_KNOWN } from './pair-sums'
import type { Sums } from './sums'
import type { Weights } from './weights'

/**
 * Telea's method with OpenCV's arithmetic, for 8-bit images: equal to the last bit.
 *
 * OpenCV sums in single precision, so its rounding errors are part of the result. Doing each step
 * with `Math.fround` reproduces them but is slow. So the sums are taken in double precision first;
 * only where the result is so close to a rounding boundary that single precision may have ended on
 * its other side (up to 1.2 % of the samples on five photographs) they are taken again step by step.
 */
export function createOpencvKernel(workspace: Workspace, weights: Weights): PixelKernel {
  const { state, up, down, band, T, knownT, I, gradX, gradY } = workspace
  const { entries, pixels, dx, dy, findRows, gather } = workspace.neighbours
  const listKnown = madeOn(workspace, createListKnown)
  const { lookFrom, front, distance } = weights
  const sums: Sums = new Float64Array(10)
  const pairs = createPairSums(workspace, weights, sums)
  const gathered = createGatheredSums(workspace, weights, sums)
  /** The weights of the pixels in `pixels` in single precision. */
  const roundedW = new Float32Array(entries.length)
  /** OpenCV starts its sums with this, to divide by. */
  const tiny = Math.fround(1e-20)
  const at = {} as RimSamples
  /** Entries of the disc. */
  let size = 0
  let plane = 0
  let end = 0
  let isGrey = false
  /** Whether the sample last computed lies near a rounding boundary. */
  let onBoundary = false
  /** Flat regions lie on a boundary always: there the sums in double precision are not worth taking. */
  let inFlatRegion = false

  function begin(patch: PatchSamples, radius: number): void {
    size = weights.begin(radius, patch.channels)
    pairs.begin(radius)
    plane = patch.size
    gathered.begin(plane, patch.channels)
    end = plane * patch.channels
    isGrey = patch.channels === 1
    inFlatRegion = false
    I.set(patch.samples)
    if (isGrey) {
      knownT.fill(NOT_KNOWN, 0, plane)
      gradX.fill(0, 0, plane)
      gradY.fill(0, 0, plane)
    }
    const known = listKnown(plane)
    for (let k = 0; k < known; k++) makeKnown(band[k])
  }

  function fill(p: number): void {
    lookFrom(p)
    let n = isGrey && !inFlatRegion ? 0 : gather(p)
    let rounded = false
    let anySettled = false
    // After three channels mostly alpha, which is the same all over.
    const isLastFlat = onBoundary
    for (let c = 0, channel = 0; c < end; c += plane, channel++) {
      const isFlat = inFlatRegion || (channel > 2 && isLastFlat)
      if (!isFlat) isGrey ? inPairs(p) : inDoubles(c, channel, n)
      if (isFlat || onBoundary) {
        if (n === 0) n = gather(p)
        if (!rounded) roundWeights(n)
        rounded = true
        stepByStep(c, n)
      }
      if (!onBoundary) anySettled = true
      // Rounded as OpenCV does: halves to even, and no further than 0 and 255.
      I[c + p] = sums[0] + 0.5
    }
    inFlatRegion = !anySettled
    settle(p)
  }

  function inPairs(p: number): void {
    findRows(p)
    pairs.sum()
    combine(0, size)
  }

  function inDoubles(c: number, channel: number, n: number): void {
    const at = channel % 3
    if (at === 0) gathered.sumThree(c, n)
    combine(at, n)
  }

  /** Leaves the value of channel `at` in `sums[0]`, as `stepByStep` does: the sum there has been read by then. */
  function combine(at: number, n: number): void {
    const Jx = sums[3 + at]
    const Jy = sums[6 + at]
    const s = sums[9]
    const J = Math.sqrt(Jx * Jx + Jy * Jy)
    const v = sums[at] / s + (Jx + Jy) / (J + tiny)
    onBoundary = isNearBoundary(v, J, s, n)
    sums[0] = v
  }

  function roundWeights(n: number): void {
    const Tp = front[0]
    const x = front[1]
    const y = front[2]
    for (let i = 0; i < n; i++) {
      const k = entries[i]
      const level = Math.abs(Math.fround(T[pixels[i]] - Tp))
      const levelFactor = Math.fround(1 / Math.fround(1 + level))
      const direction = Math.abs(Math.fround(Math.fround(dx[k] * x) + Math.fround(dy[k] * y)))
      roundedW[i] =
        Math.fround(distance[k] * levelFactor) *
        (direction > mostAtRightAngle ? direction : Math.fround(leastDirection))
    }
  }

  function stepByStep(c: number, n: number): void {
    let A = 0
    let Jx = 0
    let Jy = 0
    let s = tiny
    for (let i = 0; i < n; i++) {
      const k = entries[i]
      const q = c + pixels[i]
      const weight = roundedW[i]
      A = Math.fround(A + Math.fround(weight * I[q]))
      s = Math.fround(s + weight)
      // Most of the pixels that come here lie in flat regions.
      if (gradX[q] !== 0) {
        Jx = Math.fround(Jx + Math.fround(weight * Math.fround(gradX[q] * dx[k])))
      }
      if (gradY[q] !== 0) {
        Jy = Math.fround(Jy + Math.fround(weight * Math.fround(gradY[q] * dy[k])))
      }
    }
    const J = Math.fround(
      Math.fround(Math.sqrt(Math.fround(Math.fround(Jx * Jx) + Math.fround(Jy * Jy)))) + tiny,
    )
    const v = Math.fround(Math.fround(A / s) + Math.fround(Math.fround(Jx + Jy) / J))
    onBoundary = isNearBoundary(v, J, s, n)
    sums[0] = v
  }

  /** Makes `p` known, and measures anew the gradients that look at it. */
  function settle(p: number): void {
    state[p] ^= KNOWN | UNKNOWN
    if (isGrey) knownT[p] = T[p]
    if (state[p] & RIM) {
      for (const middle of [up[p], p, down[p]]) {
        if (middle === 0) continue
        for (let q = middle - 1; q <= middle + 1; q++) if (state[q] & KNOWN) refresh(q)
      }
      return
    }
    refresh(p)
    if (state[p - 1] & KNOWN) refreshX(p - 1)
    if (state[p + 1] & KNOWN) refreshX(p + 1)
    if (state[up[p]] & KNOWN) refreshY(up[p])
    if (state[down[p]] & KNOWN) refreshY(down[p])
  }

  function makeKnown(i: number): void {
    if (isGrey) knownT[i] = T[i]
    refresh(i)
  }

  function refresh(i: number): void {
    if (state[i] & RIM) {
      rimSamples(workspace, i, at)
      measureX(i, at.left, at.centreX, at.centre, at.right)
      measureY(i, at.up, at.centreY, at.centre, at.down)
    } else {
      refreshX(i)
      refreshY(i)
    }
  }

  function refreshX(i: number): void {
    measureX(i, i - 1, i, i, i + 1)
  }

  function refreshY(i: number): void {
    measureY(i, up[i], i, i, down[i])
  }

  function measureX(i: number, left: number, mid: number, centre: number, right: number): void {
    const hasLeft = isThere(i - 1)
    const hasRight = isThere(i + 1)
    const back = hasLeft * (1 + hasRight)
    const ahead = hasRight * (1 + hasLeft)
    const near = hasRight > 0 ? centre : mid
    const value = I
    const gradient = gradX
    const last = end
    const step = plane
    for (let c = 0; c < last; c += step) {
      gradient[c + i] =
        back * (value[c + near] - value[c + left]) + ahead * (value[c + right] - value[c + centre])
    }
  }

  function measureY(i: number, above: number, mid: number, centre: number, below: number): void {
    const hasUp = isThere(up[i])
    const hasDown = isThere(down[i])
    const back = hasUp * (1 + hasDown)
    const ahead = hasDown * (1 + hasUp)
    const near = hasDown > 0 ? centre : mid
    const value = I
    const gradient = gradY
    const last = end
    const step = plane
    for (let c = 0; c < last; c += step) {
      gradient[c + i] =
        back * (value[c + near] - value[c + above]) + ahead * (value[c + below] - value[c + centre])
    }
  }

  /** 1, or 0 for a missing pixel. */
  function isThere(q: number): number {
    return 1 - ((state[q] >> 1) & 1)
  }

  return { begin, fill }
}

/**
 * Whether single precision may have rounded `v` the other way: where it is close to a whole number,
 * at which v + 0.5 changes its rounding; or where J is so short that its direction is mostly
 * rounding error. Each of the n terms of a sum adds to the error.
 */
function isNearBoundary(v: number, J: number, s: number, n: number): boolean {
  return J < (1e-4 + 1e-5 * n) * s || Math.abs(v - Math.round(v)) < 1e-3 + 4e-6 * n
}
