import type { Elimination } from './envelope'
import type { Equation } from './equation'
import { UNKNOWN } from './lattice'

/**
 * Finds the connected sets of unknown pixels, and an order in each that keeps neighbours close together:
 * breadth first from one end to the other (E. Cuthill, J. McKee, 1969, doi:10.1145/800195.805928).
 */
export function sortUnknowns(equation: Equation, missing: Int32Array): Elimination {
  const { lattice, row, neighbours } = equation
  const pixels = new Int32Array(missing.length)
  const first = new Int32Array(missing.length)
  // 0 is a place too: which pixels have been reached is told by `reached`.
  const position = new Int32Array(lattice.size)
  const reached = new Int8Array(lattice.size)

  let end = 0
  for (let n = 0; n < missing.length; n++) {
    if (reached[missing[n]] !== 0) continue
    const begin = end
    end = spread(begin, missing[n], 1)
    // What is reached last lies at an end.
    spread(begin, pixels[end - 1], 2)
  }
  return { pixels, first, position }

  function spread(begin: number, seed: number, turn: number): number {
    let last = begin
    pixels[last] = seed
    first[last] = last
    position[seed] = last++
    reached[seed] = turn
    for (let k = begin; k < last; k++) {
      const terms = row(pixels[k])
      for (let t = 1; t < terms; t++) {
        const pixel = neighbours[t]
        if (reached[pixel] === turn || lattice.kind[pixel] !== UNKNOWN) continue
        reached[pixel] = turn
        pixels[last] = pixel
        // Nobody before k is coupled to it, or would have reached it.
        first[last] = k
        position[pixel] = last++
      }
    }
    return last
  }
}
