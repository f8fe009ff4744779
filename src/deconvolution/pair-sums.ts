/** The taps of a profile that reads the same from both ends, in pairs; as many pairs as a multiple of four. */
export interface Taps {
  readonly weights: Float64Array
  /** Where in memory the samples of each pair's two taps start. */
  readonly at: Int32Array
}

/** Weighted sums over runs of samples, in a memory of their own. */
export interface PairSums {
  readonly memory: Float64Array
  /** `memory[to + x]` becomes the sum over all taps of `weight * memory[at + x]`, for `count` of x. */
  readonly sum: (taps: Taps, to: number, count: number) => void
}

/**
 * To be made once: V8 compiles an access to a typed array as if its address and length were constants,
 * if the array is a `const` of a function that was called only once. That makes the loop 1.5x as fast.
 */
export function createPairSums(room: number): PairSums {
  const memory = new Float64Array(room)

  function sum({ weights, at }: Taps, to: number, count: number): void {
    // In a variable of its own: the closure's would be looked up and checked for every sample.
    const samples = memory
    samples.fill(0, to, to + count)
    // Four pairs in one loop: fewer times the sum is loaded and stored.
    for (let k = 0; k < weights.length; k += 4) {
      const w0 = weights[k]
      const w1 = weights[k + 1]
      const w2 = weights[k + 2]
      const w3 = weights[k + 3]
      const a0 = at[2 * k]
      const b0 = at[2 * k + 1]
      const a1 = at[2 * k + 2]
      const b1 = at[2 * k + 3]
      const a2 = at[2 * k + 4]
      const b2 = at[2 * k + 5]
      const a3 = at[2 * k + 6]
      const b3 = at[2 * k + 7]
      for (let x = 0; x < count; x++) {
        samples[(to + x) | 0] +=
          w0 * (samples[(a0 + x) | 0] + samples[(b0 + x) | 0]) +
          w1 * (samples[(a1 + x) | 0] + samples[(b1 + x) | 0]) +
          (w2 * (samples[(a2 + x) | 0] + samples[(b2 + x) | 0]) +
            w3 * (samples[(a3 + x) | 0] + samples[(b3 + x) | 0]))
      }
    }
  }

  return { memory, sum }
}
