import type { Layout } from './lay-out'
import { KNOWN } from './pixel-state'

/**
 * Makes the function that lists the known pixels of what is laid out, in the layout's `band`, and
 * returns their number. A kernel measures their gradients before it fills: those of the outermost
 * are wrong, and no kernel looks at them; telling them apart takes longer.
 */
export function createListKnown({ state, band }: Layout): (size: number) => number {
  return (size) => {
    let n = 0
    // Every number is written down and the known pixels are counted: no branch to mispredict.
    for (let i = 1; i < size; i++) {
      band[n] = i
      n += state[i] & KNOWN
    }
    return n
  }
}
