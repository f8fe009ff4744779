/** The side of the small squares that are compared; nothing to do with a hole's `Patch`. */
export const patchSide = 6

export const patchArea = patchSide * patchSide

/** Finds the patches most like a given one within a window. */
export interface SimilarPatches {
  /** Where the patches found begin in the window, the most similar first. */
  readonly origins: Int32Array
  /** The pixels of a patch as offsets from where it begins, in the order they are compared. */
  readonly pixels: Int32Array
  /**
   * @param origin Where the given patch begins in `grey`.
   * @param weights What each pixel's difference counts, in the order of `pixels`.
   * @param every Looks at every place, or at every other one like on a chessboard.
   * @returns How many were found.
   */
  readonly find: (grey: Float64Array, origin: number, weights: Float64Array, every: 1 | 2) => number
}

/**
 * @param side The side of the window.
 * @param reach How far to look to each side.
 * @param most How many to find at most.
 */
export function createSimilarPatches(side: number, reach: number, most: number): SimilarPatches {
  const origins = new Int32Array(most)
  const differences = new Float64Array(most)
  const pixels = scattered().map((k) => Math.floor(k / patchSide) * side + (k % patchSide))
  const given = new Float64Array(patchArea)

  /** The weighted sum of squared differences, or as much of it as exceeds the limit. */
  function compare(
    grey: Float64Array,
    origin: number,
    weights: Float64Array,
    limit: number,
  ): number {
    let sum = 0
    for (let k = 0; k < patchArea && sum < limit; k += 6) {
      const a = given[k] - grey[origin + pixels[k]]
      const b = given[k + 1] - grey[origin + pixels[k + 1]]
      const c = given[k + 2] - grey[origin + pixels[k + 2]]
      const d = given[k + 3] - grey[origin + pixels[k + 3]]
      const e = given[k + 4] - grey[origin + pixels[k + 4]]
      const f = given[k + 5] - grey[origin + pixels[k + 5]]
      sum +=
        a * a * weights[k] +
        b * b * weights[k + 1] +
        c * c * weights[k + 2] +
        d * d * weights[k + 3] +
        e * e * weights[k + 4] +
        f * f * weights[k + 5]
    }
    return sum
  }

  return {
    origins,
    pixels,
    find(grey, origin, weights, every) {
      for (let k = 0; k < patchArea; k++) given[k] = grey[origin + pixels[k]]
      let found = 0
      for (let dy = -reach; dy <= reach; dy++) {
        const first = every === 1 ? -reach : -reach + ((dy + reach) & 1)
        for (let dx = first; dx <= reach; dx += every) {
          if (dx === 0 && dy === 0) continue
          const candidate = origin + dy * side + dx
          const limit = found < most ? Infinity : differences[most - 1]
          const difference = compare(grey, candidate, weights, limit)
          if (difference >= limit) continue
          let i = found < most ? found++ : most - 1
          for (; i > 0 && differences[i - 1] > difference; i--) {
            differences[i] = differences[i - 1]
            origins[i] = origins[i - 1]
          }
          differences[i] = difference
          origins[i] = candidate
        }
      }
      return found
    },
  }
}

/** The pixels of a patch in an order that soon covers all of it: a bad match shows early. */
function scattered(): Int32Array {
  // 17 has no divisor in common with 36, and is about half of it.
  return Int32Array.from({ length: patchArea }, (_, k) => (k * 17) % patchArea)
}
