import { type FarCosts, farCost } from './far'
import type { Level } from './level'

/** What counts beside the pixels of two patches. */
export interface Terms extends FarCosts {
  /** For each pixel what it costs to copy the patch around it, beside all else. */
  readonly penalty?: Float32Array
  /** What guidance adds, or 0. */
  readonly guided?: (target: number, source: number) => number
}

/**
 * How much two patches of a level differ: the sum of squared differences of 49 lumas and, weighted
 * to count as much, 16 chromas, plus what `Terms` adds for their middles.
 *
 * Leaves off as soon as the sum reaches `enough`, and returns what it is by then.
 */
export type Difference = (target: number, source: number, enough: number) => number

export function differenceOn(level: Level, terms: Terms): Difference {
  const { luma, chroma, textureX, textureY, width } = level
  const { penalty, guided } = terms
  const far = farCost(level, terms)
  const isColored = chroma.length > 0
  if (far === undefined) return nearDifference
  return (target, source, enough) => {
    const factor = far(target, source)
    return factor * nearDifference(target, source, enough / factor)
  }

  function nearDifference(target: number, source: number, enough: number): number {
    const x = textureX[target] - textureX[source]
    const y = textureY[target] - textureY[source]
    let sum = x * x + y * y
    if (penalty !== undefined) sum += penalty[source]
    if (guided !== undefined) sum += guided(target, source)
    if (sum >= enough) return sum
    const a = target - 3
    const b = source - 3
    sum += lumaRow(a, b)
    if (sum >= enough) return sum
    const three = 3 * width
    sum += lumaRow(a - three, b - three) + lumaRow(a + three, b + three)
    if (sum >= enough) return sum
    if (isColored) {
      sum += CHROMA_WEIGHT * (chromaRow(a - width, b - width) + chromaRow(a + width, b + width))
      if (sum >= enough) return sum
    }
    sum += lumaRow(a - width, b - width) + lumaRow(a + width, b + width)
    if (sum >= enough) return sum
    const two = 2 * width
    sum += lumaRow(a - two, b - two) + lumaRow(a + two, b + two)
    if (isColored) {
      sum += CHROMA_WEIGHT * (chromaRow(a - three, b - three) + chromaRow(a + three, b + three))
    }
    return sum
  }

  function lumaRow(a: number, b: number): number {
    const d0 = luma[a] - luma[b]
    const d1 = luma[a + 1] - luma[b + 1]
    const d2 = luma[a + 2] - luma[b + 2]
    const d3 = luma[a + 3] - luma[b + 3]
    const d4 = luma[a + 4] - luma[b + 4]
    const d5 = luma[a + 5] - luma[b + 5]
    const d6 = luma[a + 6] - luma[b + 6]
    return d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3 + d4 * d4 + d5 * d5 + d6 * d6
  }

  /** Chroma changes slowly: every other column of every other row tells enough. */
  function chromaRow(a: number, b: number): number {
    const p = 2 * a
    const q = 2 * b
    const d0 = chroma[p] - chroma[q]
    const d1 = chroma[p + 1] - chroma[q + 1]
    const d2 = chroma[p + 4] - chroma[q + 4]
    const d3 = chroma[p + 5] - chroma[q + 5]
    const d4 = chroma[p + 8] - chroma[q + 8]
    const d5 = chroma[p + 9] - chroma[q + 9]
    const d6 = chroma[p + 12] - chroma[q + 12]
    const d7 = chroma[p + 13] - chroma[q + 13]
    return d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3 + d4 * d4 + d5 * d5 + d6 * d6 + d7 * d7
  }
}

/** So that 16 chroma samples weigh as much as 49. */
const CHROMA_WEIGHT = 3
