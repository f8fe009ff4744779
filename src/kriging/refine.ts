import { visitBlocks } from './blocks'
import type { Level } from './levels'
import { KNOWN, NONE } from './pixel-state'
import { createPredictPatch } from './predict-patch'
import { patchSide } from './similar-patches'
import { createWindow } from './window'

export interface Refinement {
  /** How many similar patches one is predicted from. */
  readonly similar: number
  /** How far apart patches begin: less than their side, so that they overlap. */
  readonly stride: number
  /** How far away similar patches are looked for. */
  readonly reach: number
}

/**
 * Moves the missing pixels of a level towards what patches similar to theirs say.
 *
 * @param every 1 to look for similar patches everywhere, 2 at every other place.
 */
export type Refine = (
  level: Level,
  every: 1 | 2,
  limits: Float64Array,
  report: (pixels: number) => void,
) => void

/** How far the estimate goes towards a prediction that is clearly another: not all the way. */
const share = 0.8
/** What is clearly another, in grey levels: on smooth pictures small differences are noise. */
const clearDifference = 4

export function createRefine(channels: number, { similar, stride, reach }: Refinement): Refine {
  const block = Math.ceil(16 / stride) * stride
  // A patch may begin before the block and end after it, and similar ones lie further out.
  const start = reach + patchSide - 1
  const end = start + block
  const side = end + start
  const area = side * side

  const window = createWindow(side)
  const { numbers, inside } = window
  const planes = new Float64Array(area * channels)
  const states = new Int8Array(area)
  const sums = new Float64Array(area * channels)
  const weights = new Float64Array(area)
  const { begin, predict } = createPredictPatch(
    { side, channels, reach, similar },
    { planes, states, sums, weights },
  )

  function read({ patch: { samples, size }, state }: Level): void {
    for (let k = 0; k < area; k++) {
      const i = numbers[k]
      states[k] = inside[k] === 1 ? state[i] : NONE
      for (let c = 0; c < channels; c++) planes[c * area + k] = samples[c * size + i]
    }
    sums.fill(0)
    weights.fill(0)
  }

  function isMissing(k: number): boolean {
    return states[k] !== KNOWN && states[k] !== NONE
  }

  /** Whether a patch has a missing pixel that is in the block too. */
  function matters(left: number, top: number): boolean {
    for (let y = Math.max(top, start); y < Math.min(top + patchSide, end); y++) {
      for (let x = Math.max(left, start); x < Math.min(left + patchSide, end); x++) {
        if (isMissing(y * side + x)) return true
      }
    }
    return false
  }

  /** Writes a pixel's refined samples; the level's own are still to be read by other blocks. */
  function blend(k: number, limits: Float64Array, to: Float64Array, at: number) {
    const size = to.length / channels
    let square = 0
    for (let c = 0; c < channels; c++) {
      const difference = sums[c * area + k] / weights[k] - planes[c * area + k]
      square += (difference * difference) / channels
    }
    const noise = clearDifference * clearDifference
    const part = square > 0 ? (share * square) / (square + noise) : 0
    for (let c = 0; c < channels; c++) {
      const before = planes[c * area + k]
      const value = before + part * (sums[c * area + k] / weights[k] - before)
      to[c * size + at] = Math.min(Math.max(value, limits[2 * c]), limits[2 * c + 1])
    }
  }

  return (level, every, limits, report) => {
    const { patch } = level
    const refined = patch.samples.slice()
    window.lookAt(patch.runs)
    visitBlocks(patch, block, (left, top, behind) => {
      window.moveTo(left - start, top - start)
      read(level)
      begin(every)
      for (let y = firstPatch(top); y < end; y += stride) {
        for (let x = firstPatch(left); x < end; x += stride)
          if (matters(x, y)) predict(y * side + x)
      }
      for (let y = start; y < end; y++) {
        for (let x = start; x < end; x++) {
          const k = y * side + x
          if (isMissing(k) && weights[k] > 0) blend(k, limits, refined, numbers[k])
        }
      }
      report(behind)
    })
    patch.samples.set(refined)
  }

  /** Patches begin on a grid fixed to the image: the first one that reaches into a block. */
  function firstPatch(block: number): number {
    return start - block + Math.ceil((block - patchSide + 1) / stride) * stride
  }
}
