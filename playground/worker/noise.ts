import type { Picture } from './picture'

/** Adds noise of a standard deviation, in grey levels: the same each time. */
export function addNoise({ data }: Picture, deviation: number): void {
  const next = createRandom()
  for (let i = 0; i < data.length; i++) {
    // Three uniform numbers: near enough to a normal one, and of variance 1/4.
    data[i] += 2 * deviation * (next() + next() + next() - 1.5)
  }
}

/** Numbers from 0 to 1, the same each time: Marsaglia's xorshift. */
export function createRandom(): () => number {
  let state = 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
