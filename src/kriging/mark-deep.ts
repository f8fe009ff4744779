import { depthsOf } from '../depths'
import type { Level } from './levels'
import { ANCHOR, DEEP, MISSING } from './pixel-state'

/** The missing pixels of a level by where in a hole they lie, as sorted numbers. */
export interface Parts {
  /** Further from all known pixels than a limit; marked as such, a lattice of them as anchors. */
  readonly deep: Int32Array
  /** All others. */
  readonly shallow: Int32Array
  /** The deep ones and those between them and the rim: holes without the thin strokes they end in. */
  readonly thick: Int32Array
}

/** Every third pixel of every third row: half as many anchors, or twice, is worse. */
const lattice = 3

/** Marks what lies deeper in a hole than `limit` pixels. */
export function markDeep({ patch, state, up, down }: Level, limit: number): Parts {
  const { missing, runs } = patch
  const depths = depthsOf({ kind: state, up, down }, missing)
  const isDeep = (i: number): boolean => depths[i] > limit
  const deep = missing.filter(isDeep)
  const thick = grown(deep)
  for (let r = 0, m = 0; r < runs.length; r += 4) {
    const end = runs[r + 2] + runs[r + 3]
    const shift = -runs[r + 3]
    for (; m < missing.length && missing[m] < end; m++) {
      const i = missing[m]
      if (!isDeep(i)) continue
      state[i] = runs[r] % lattice === 0 && (i + shift) % lattice === 0 ? ANCHOR : DEEP
    }
  }
  return { deep, shallow: missing.filter((i) => !isDeep(i)), thick }

  /** Those within `limit` steps of the given ones. */
  function grown(pixels: Int32Array): Int32Array {
    const isIn = new Int8Array(patch.size)
    let front = Array.from(pixels)
    for (const i of front) isIn[i] = 1
    for (let step = 0; step < limit; step++) {
      const last = front
      front = []
      for (const i of last) {
        for (const row of [up[i], i, down[i]]) {
          if (row === 0) continue
          for (let j = row - 1; j <= row + 1; j++) {
            if (state[j] !== MISSING || isIn[j] === 1) continue
            isIn[j] = 1
            front.push(j)
          }
        }
      }
    }
    return missing.filter((i) => isIn[i] === 1)
  }
}
