import { linkRows } from '../link-rows'
import type { Patch } from '../patch'
import { coarsenRuns } from './coarsen-runs'
import { KNOWN, MISSING } from './pixel-state'

/** A patch at some scale: the picture itself, or one of half the size of the level before. */
export interface Level {
  readonly patch: Patch
  /** What each number of the patch is: one of those in `pixel-state.ts`. */
  readonly state: Int8Array
  /** The pixels above and below each one, as `linkRows` gives them. */
  readonly up: Int32Array
  readonly down: Int32Array
  /** The pixel of the next coarser level that each one lies in, once there is that level. */
  readonly parent: Int32Array
}

/** What each number of a patch is: known, missing, or no pixel. */
export function statesOf({ runs, size, missing }: Patch): Int8Array {
  const state = new Int8Array(size)
  for (let r = 0; r < runs.length; r += 4) {
    state.fill(KNOWN, runs[r + 1] + runs[r + 3], runs[r + 2] + runs[r + 3])
  }
  for (let m = 0; m < missing.length; m++) state[missing[m]] = MISSING
  return state
}

/** The patch itself, and coarser ones until nothing is missing. */
export function createLevels(patch: Patch, state: Int8Array): Level[] {
  const levels = [levelOf(patch, state)]
  for (let level = levels[0]; level.patch.missing.length > 0; levels.push(level)) {
    level = coarsen(level)
  }
  return levels
}

function levelOf(patch: Patch, state: Int8Array): Level {
  const up = new Int32Array(patch.size)
  const down = new Int32Array(patch.size)
  linkRows(patch, { up, down })
  return { patch, state, up, down, parent: new Int32Array(patch.size) }
}

/** Half the scale: a coarse pixel is the mean of its four children, as far as they are known. */
function coarsen({ patch, state, parent }: Level): Level {
  const { channels, samples, runs: fine } = patch
  const { runs, size } = coarsenRuns(fine)
  const means = new Float64Array(size * channels)
  const counts = new Int8Array(size)
  const coarseState = new Int8Array(size)
  for (let r = 0, q = 0; r < fine.length; r += 4) {
    const y = fine[r] >> 1
    // The second of two rows starts over in the same coarse row.
    if (r > 0 && fine[r] !== fine[r - 4]) while (q > 0 && runs[q - 4] >= y) q -= 4
    for (let x = fine[r + 1], i = x + fine[r + 3]; x < fine[r + 2]; x++, i++) {
      while (runs[q] < y || runs[q + 2] <= x >> 1) q += 4
      const to = (x >> 1) + runs[q + 3]
      parent[i] = to
      coarseState[to] ||= MISSING
      if (state[i] !== KNOWN) continue
      coarseState[to] = KNOWN
      counts[to]++
      for (let c = 0; c < channels; c++) means[c * size + to] += samples[c * patch.size + i]
    }
  }
  const missing: number[] = []
  for (let i = 0; i < size; i++) {
    if (coarseState[i] === MISSING) missing.push(i)
    if (counts[i] < 2) continue
    for (let c = 0; c < channels; c++) means[c * size + i] /= counts[i]
  }
  const coarse = {
    ...patch,
    imageWidth: (patch.imageWidth + 1) >> 1,
    imageHeight: (patch.imageHeight + 1) >> 1,
    runs,
    size,
    missing: Int32Array.from(missing),
    samples: means,
  }
  return levelOf(coarse, coarseState)
}
