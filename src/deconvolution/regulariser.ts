import { cosineOfTurn } from '../exact-math/circle'

/**
 * What a quadratic method calls rough: the picture's own values, its differences between
 * neighbours, or its second differences.
 */
export type Regulariser = 'identity' | 'gradient' | 'laplacian'

export const regularisers: readonly Regulariser[] = ['identity', 'gradient', 'laplacian']

/** The squared transfer function of a regulariser, on a half spectrum. */
export function roughness(regulariser: Regulariser, width: number, height: number): Float64Array {
  return penaltyPlane(penaltyOf(regulariser, 1, width, height), width, height)
}

/** Writes a penalty on frequencies to `row`: those of row `v` of a half spectrum, from `first` on. */
export type Penalty = (v: number, first: number, row: Float64Array) => void

/** `balance` times `roughness`, in parts. */
export function penaltyOf(
  regulariser: Regulariser,
  balance: number,
  width: number,
  height: number,
): Penalty {
  if (regulariser === 'identity') return (_v, _first, row) => row.fill(balance)
  const isSquared = regulariser === 'laplacian'
  const across = differences((width >> 1) + 1, width)
  const downs = differences(height, height)
  return (v, first, row) => {
    const down = downs[v]
    for (let i = 0; i < row.length; i++) {
      // Of the five-point Laplacian; its square root is that of the differences to the right and down.
      const sum = down + across[first + i]
      row[i] = balance * (isSquared ? sum * sum : sum)
    }
  }
}

/** A penalty on all of a half spectrum. */
export function penaltyPlane(penalise: Penalty, width: number, height: number): Float64Array {
  const half = (width >> 1) + 1
  const plane = new Float64Array(half * height)
  for (let v = 0; v < height; v++) penalise(v, 0, plane.subarray(v * half, (v + 1) * half))
  return plane
}

/** The squared gain of the difference of neighbours at the first `count` frequencies of `length` samples. */
function differences(count: number, length: number): Float64Array {
  const gains = new Float64Array(count)
  for (let k = 0; k < count; k++) gains[k] = 2 - 2 * cosineOfTurn(k, length)
  return gains
}
