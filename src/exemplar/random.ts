/** Whole numbers by chance, the same in every engine for the same seed. */
export interface Random {
  /** From 0 to `below - 1`; `below` is at most 2^22. */
  readonly below: (below: number) => number
}

/** Marsaglia's xorshift of 32 bits (2003), its seed scattered first so that 1 and 2 differ. */
export function createRandom(seed: number): Random {
  let state = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) ^ 0x297a2d39
  state = Math.imul(state ^ (state >>> 12), 0x45d9f3b) | 1
  return {
    below(below) {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      // Ten bits are kept back: a product of more than 2^31 would no longer be a small integer.
      return below < 1024 ? (((state >>> 11) * below) / 2097152) | 0 : (state >>> 1) % below
    },
  }
}
