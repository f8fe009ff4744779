import { KNOWN } from './pixel-state'

/** So many pixels has the largest disc, that of radius 100, without its centre. */
const mostOffsets = 31_416

/** The disc around a pixel in which known neighbours are looked for. */
export interface Neighbours {
  /** Lays out the disc 0 < dx² + dy² <= radius² for a crop with rows of `width` pixels. */
  readonly begin: (radius: number, width: number) => void
  /** Lists the known pixels around `p`, row by row, and returns their number. */
  readonly gather: (p: number) => number
  /** The numbers of the gathered pixels in the disc's tables. */
  readonly list: Int32Array
  /** The disc's tables: where a pixel lies, as a distance in the crop's index and as a vector. */
  readonly offset: Int32Array
  readonly dx: Float64Array
  readonly dy: Float64Array
  readonly size: () => number
}

export function createNeighbours(state: Int8Array): Neighbours {
  const list = new Int32Array(mostOffsets)
  const offset = new Int32Array(mostOffsets)
  const dx = new Float64Array(mostOffsets)
  const dy = new Float64Array(mostOffsets)
  let size = 0

  function begin(radius: number, width: number): void {
    size = 0
    for (let y = -radius; y <= radius; y++) {
      for (let x = -radius; x <= radius; x++) {
        const length2 = x * x + y * y
        if (length2 === 0 || length2 > radius * radius) continue
        offset[size] = y * width + x
        dx[size] = x
        dy[size] = y
        size++
      }
    }
  }

  function gather(p: number): number {
    let n = 0
    // Every pixel is written down and the known ones are counted: no branch to mispredict.
    for (let k = 0; k < size; k++) {
      list[n] = k
      n += state[p + offset[k]] & KNOWN
    }
    return n
  }

  return { begin, gather, list, offset, dx, dy, size: () => size }
}
