import type { PatchSamples, PixelKernel } from '../fast-marching/fill'
import { mostAtRightAngle } from '../fast-marching/least-direction'
import { createListKnown } from '../fast-marching/list-known'
import { KNOWN, RIM, UNKNOWN } from '../fast-marching/pixel-state'
import { type RimSamples, rimSamples } from '../fast-marching/rim'
import { madeOn, type Workspace } from '../fast-marching/workspace'
import type { IsophoteDisc } from './isophote-disc'
import { createPairSums } from './pair-sums'

/**
 * OpenCV's "Navier-Stokes" with OpenCV's arithmetic, for 8-bit images: equal to the last bit.
 *
 * As in Telea's kernel, the sums are taken in double precision, and again step by step in single
 * precision where the result lies so close to a rounding boundary that the two may differ.
 */
export function createOpencvKernel(workspace: Workspace, disc: IsophoteDisc): PixelKernel {
  // The gradient planes hold the isophote's direction, a vector of length 1, but for the sign of its x.
  const { state, up, down, band, I, gradX: unitX, gradY: unitY } = workspace
  const { entries, pixels, dx, dy, findRows, gather } = workspace.neighbours
  const listKnown = madeOn(workspace, createListKnown)
  const { distance, rx, ry, least } = disc
  const pairs = createPairSums(workspace, disc)
  const { sums } = pairs
  /** OpenCV starts its sums with this, to divide by. */
  const tiny = Math.fround(1e-20)
  const at = {} as RimSamples
  /** The least weights of all pixels of the disc together. */
  let leastSum = 0
  let size = 0
  let plane = 0
  let end = 0
  /** The isophote last measured. */
  let x = 0
  let y = 0
  /** Whether the sample last computed lies near a rounding boundary. */
  let onBoundary = false
  /** Whether there are isophotes around the pixel to speak of. */
  let anyIsophotes = false
  /** Without isophotes all weights are the least ones, and the sums over pairs not worth taking. */
  let inFlatRegion = false

  function begin(patch: PatchSamples, radius: number): void {
    size = disc.begin(radius)
    let sum = 0
    for (let k = 0; k < size; k++) sum += least[k]
    leastSum = sum
    plane = patch.size
    end = plane * patch.channels
    inFlatRegion = false
    pairs.begin(radius, plane)
    I.set(patch.samples)
    unitX.fill(0, 0, end)
    unitY.fill(0, 0, end)
    const known = listKnown(plane)
    for (let k = 0; k < known; k++) refresh(band[k])
  }

  function fill(p: number): void {
    let n = 0
    anyIsophotes = false
    if (!inFlatRegion) findRows(p)
    for (let c = 0, channel = 0; c < end; c += plane, channel++) {
      if (!inFlatRegion) inPairs(c, channel)
      if (inFlatRegion || onBoundary) {
        if (n === 0) n = gather(p)
        inDoubles(c, n)
        if (onBoundary) stepByStep(c, n)
      }
      // Rounded as OpenCV does: halves to even, and no further than 0 and 255.
      I[c + p] = sums[0]
    }
    inFlatRegion = !anyIsophotes
    settle(p)
  }

  /** Leaves the value in `sums[0]`, as the next two do: the sum there has been read by then. */
  function inPairs(c: number, channel: number): void {
    const isOfThree = end === 3 * plane
    if (!isOfThree) pairs.sumOne(c)
    else if (channel === 0) pairs.sumThree()
    const at = isOfThree ? channel : 0
    const s = sums[3 + at]
    const v = sums[at] / s
    const leftOut = (255 * leastSum) / s
    onBoundary = isNearBoundary(v, size, leftOut)
    if (leftOut < 0.1) anyIsophotes = true
    sums[0] = v
  }

  function inDoubles(c: number, n: number): void {
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
    const v = A / s
    onBoundary = isNearBoundary(v, n, 0)
    if (0.1 * s > 255 * leastSum) anyIsophotes = true
    sums[0] = v
  }

  function stepByStep(c: number, n: number): void {
    let A = 0
    let s = tiny
    for (let i = 0; i < n; i++) {
      const k = entries[i]
      measure(pixels[i], c, c + 1)
      const dot = Math.fround(Math.fround(dx[k] * x) + Math.fround(dy[k] * y))
      let w = least[k]
      if (Math.abs(dot) > mostAtRightAngle) {
        const length2 = dx[k] * dx[k] + dy[k] * dy[k]
        const gradient2 = Math.fround(Math.fround(x * x) + Math.fround(y * y))
        w =
          distance[k] * Math.fround(dot / Math.fround(Math.sqrt(Math.fround(length2 * gradient2))))
      }
      w = Math.fround(Math.abs(w))
      A = Math.fround(A + Math.fround(w * I[c + pixels[i]]))
      s = Math.fround(s + w)
    }
    sums[0] = A / s
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
    if (state[p - 1] & KNOWN) refresh(p - 1)
    if (state[p + 1] & KNOWN) refresh(p + 1)
    if (state[up[p]] & KNOWN) refresh(up[p])
    if (state[down[p]] & KNOWN) refresh(down[p])
  }

  function refresh(i: number): void {
    measure(i, 0, end)
  }

  /** Measures the isophotes at pixel `i` in the channels that start at `first` and on, before `last`. */
  function measure(i: number, first: number, last: number): void {
    if (state[i] & RIM) {
      rimSamples(workspace, i, at)
      measureAt(i, first, last, at.up, at.centreY, at.down, at.left, at.centre, at.right)
    } else {
      measureAt(i, first, last, up[i], i, down[i], i - 1, i, i + 1)
    }
  }

  /**
   * They are at right angles to the gradients, so their components come from crosswise differences;
   * OpenCV takes the absolute values of those to both sides, or twice that to the only one.
   */
  function measureAt(
    i: number,
    first: number,
    last: number,
    above: number,
    centreY: number,
    below: number,
    left: number,
    centreX: number,
    right: number,
  ): void {
    const hasUp = isThere(up[i])
    const hasDown = isThere(down[i])
    const hasLeft = isThere(i - 1)
    const hasRight = isThere(i + 1)
    // Counted by multiplication: which sides are there is hard to predict, and a wrong guess dear.
    const upward = hasUp * (2 - hasDown)
    const downward = hasDown * (2 - hasUp)
    const leftward = hasLeft * (2 - hasRight)
    const rightward = hasRight * (2 - hasLeft)
    const value = I
    const toX = unitX
    const toY = unitY
    const step = plane
    let gx = 0
    let gy = 0
    for (let c = first; c < last; c += step) {
      const vertical = value[c + centreY]
      const horizontal = value[c + centreX]
      gx =
        upward * Math.abs(vertical - value[c + above]) +
        downward * Math.abs(value[c + below] - vertical)
      gy =
        leftward * Math.abs(horizontal - value[c + left]) +
        rightward * Math.abs(value[c + right] - horizontal)
      // In flat regions 0 times a large number: no branch.
      const scale = 1 / (Math.sqrt(gx * gx + gy * gy) + 1e-300)
      toX[c + i] = gx * scale
      toY[c + i] = gy * scale
    }
    x = 0 - gx
    y = gy
  }

  /** 1, or 0 for a missing pixel. */
  function isThere(q: number): number {
    return 1 - ((state[q] >> 1) & 1)
  }

  return { begin, fill }
}

/**
 * Whether single precision may have rounded `v` the other way: where it is close to halfway between
 * two integers. Each of the n terms of a sum adds to its error.
 *
 * @param leftOut By how much `v` may be off for what its sums leave out.
 */
function isNearBoundary(v: number, n: number, leftOut: number): boolean {
  // Not a number, where no neighbour has an isophote, is near.
  return !(Math.abs(v - Math.floor(v) - 0.5) >= 3e-4 + 4e-6 * n + leftOut)
}
