import { exp } from '../exact-math/exp'
import { factorise, substituteBack } from './cholesky'
import { KNOWN } from './pixel-state'
import { createSimilarPatches, patchArea, patchSide } from './similar-patches'

/** What is seen through a window, and where predictions are gathered. */
export interface View {
  readonly planes: Float64Array
  readonly states: Int8Array
  /** Patches overlap: predictions are summed up, each with a weight, and the weights too. */
  readonly sums: Float64Array
  readonly weights: Float64Array
}

export interface Shape {
  readonly side: number
  readonly channels: number
  readonly reach: number
  readonly similar: number
}

/** Predicts the missing pixels of a patch from similar patches, by ridge regression. */
export interface PredictPatch {
  /** To be called when the window shows something else. */
  readonly begin: (every: 1 | 2) => void
  /** @param origin Where the patch begins in the window. */
  readonly predict: (origin: number) => void
}

/** What a pixel counts that is itself an estimate, against 1: in the search, and in the regression. */
const weightInSearch = 0.4
const weightInFit = 0.15
const rootOfEstimate = Math.sqrt(weightInFit)
/** The ridge, in squared grey levels for each similar patch. */
const ridge = 200

export function createPredictPatch(
  { side, channels, reach, similar }: Shape,
  { planes, states, sums, weights }: View,
): PredictPatch {
  const area = side * side
  const { origins, pixels, find } = createSimilarPatches(side, reach, similar)
  const centred = weightsByDistance(pixels, side)
  const grey = new Float64Array(area)
  const channelPlanes = Array.from({ length: channels }, (_, c) => planes.subarray(c * area))
  const inSearch = new Float64Array(patchArea)
  const inFit = new Float64Array(patchArea)
  const rootInFit = new Float64Array(patchArea)
  /** The same for the patch to predict, in one channel. */
  const y = new Float64Array(patchArea)
  const means = new Float64Array(channels)
  /** The similar patches in grey, less their means, times the roots of the weights in the fit. */
  const Z = new Float64Array(similar * patchArea)
  const A = new Float64Array((similar + channels) * similar)
  let every: 1 | 2 = 1

  function meanOf(plane: Float64Array, origin: number): number {
    let sum = 0
    let total = 0
    for (let k = 0; k < patchArea; k++) {
      sum += inFit[k] * plane[origin + pixels[k]]
      total += inFit[k]
    }
    return sum / total
  }

  /** A plane's patch, less its mean and weighted for the fit. Returns the mean. */
  function take(plane: Float64Array, origin: number, to: Float64Array, start: number): number {
    const mean = meanOf(plane, origin)
    for (let k = 0; k < patchArea; k++) {
      to[start + k] = (plane[origin + pixels[k]] - mean) * rootInFit[k]
    }
    return mean
  }

  /** The regression's coefficients, for each channel in a row below the n of the matrix. */
  function solve(n: number, origin: number): void {
    for (let i = 0; i < n; i++) {
      take(grey, origins[i], Z, i * patchArea)
      for (let j = 0; j <= i; j++) A[i * similar + j] = product(Z, i * patchArea, Z, j * patchArea)
      A[i * similar + i] += ridge * similar
    }
    for (let c = 0; c < channels; c++) {
      means[c] = take(channelPlanes[c], origin, y, 0)
      for (let i = 0; i < n; i++) A[(n + c) * similar + i] = product(Z, i * patchArea, y, 0)
    }
    factorise(A, n, channels, similar)
    substituteBack(A, n, channels, similar)
  }

  return {
    begin(theEvery) {
      every = theEvery
      for (let k = 0; k < area; k++) {
        let sum = 0
        for (let c = 0; c < channels; c++) sum += planes[c * area + k]
        grey[k] = sum / channels
      }
    },
    predict(origin) {
      let known = 0
      for (let k = 0; k < patchArea; k++) {
        const isKnown = states[origin + pixels[k]] === KNOWN
        inSearch[k] = isKnown ? 1 : weightInSearch
        inFit[k] = isKnown ? 1 : weightInFit
        rootInFit[k] = isKnown ? 1 : rootOfEstimate
        if (isKnown) known++
      }
      // Estimates alone say nothing new about each other.
      if (known === 0) return
      const n = find(grey, origin, inSearch, every)
      solve(n, origin)
      for (let k = 0; k < patchArea; k++) {
        const at = origin + pixels[k]
        if (states[at] === KNOWN) continue
        weights[at] += centred[k]
        for (let c = 0; c < channels; c++) {
          const row = (n + c) * similar
          let value = 0
          for (let i = 0; i < n; i++) value += A[row + i] * Z[i * patchArea + k]
          sums[c * area + at] += centred[k] * (means[c] + value / rootOfEstimate)
        }
      }
    },
  }
}

/** The scalar product of two patches. */
function product(a: Float64Array, p: number, b: Float64Array, q: number): number {
  let even = 0
  let odd = 0
  for (let k = 0; k < patchArea; k += 2) {
    even += a[p + k] * b[q + k]
    odd += a[p + k + 1] * b[q + k + 1]
  }
  return even + odd
}

/** A patch knows more about the pixels in its middle. */
function weightsByDistance(pixels: Int32Array, side: number): Float64Array {
  const middle = (patchSide - 1) / 2
  const half = patchSide / 2
  return Float64Array.from(pixels, (offset) => {
    const dx = (offset % side) - middle
    const dy = Math.floor(offset / side) - middle
    return exp((-1.5 * (dx * dx + dy * dy)) / (half * half))
  })
}
