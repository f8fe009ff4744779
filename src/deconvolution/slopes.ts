import { cosineOfTurn } from '../exact-math/circle'

/**
 * A picture's differences to its neighbours on a periodic plane, in two pairs: to the right and
 * down, and along the two diagonals, these divided by their length. With the first pair alone, an
 * edge would cost more or less by its angle.
 */
export interface Slopes {
  readonly right: Float64Array
  readonly down: Float64Array
  readonly downRight: Float64Array
  readonly downLeft: Float64Array
}

/** How much each pair counts. */
export const straightShare = 2 / 3
export const diagonalShare = 1 / 3

export function emptySlopes(size: number): Slopes {
  return {
    right: new Float64Array(size),
    down: new Float64Array(size),
    downRight: new Float64Array(size),
    downLeft: new Float64Array(size),
  }
}

export function scaleSlopes(slopes: Slopes, factor: number): void {
  for (const plane of [slopes.right, slopes.down, slopes.downRight, slopes.downLeft]) {
    for (let i = 0; i < plane.length; i++) plane[i] *= factor
  }
}

/** The slopes of `x`. */
export function slopesOf(x: Float64Array, width: number, height: number, slopes: Slopes): void {
  const { right, down, downRight, downLeft } = slopes
  for (let y = 0, i = 0; y < height; y++) {
    const below = y + 1 < height ? width : width - width * height
    for (let column = 0; column < width; column++, i++) {
      const toRight = column + 1 < width ? 1 : 1 - width
      const toLeft = column > 0 ? -1 : width - 1
      const value = x[i]
      right[i] = x[i + toRight] - value
      down[i] = x[i + below] - value
      downRight[i] = Math.SQRT1_2 * (x[i + below + toRight] - value)
      downLeft[i] = Math.SQRT1_2 * (x[i + below + toLeft] - value)
    }
  }
}

/** The adjoint of `slopesOf`, each pair by its share. */
export function gatherSlopes(slopes: Slopes, width: number, height: number, x: Float64Array): void {
  const { right, down, downRight, downLeft } = slopes
  const diagonal = diagonalShare * Math.SQRT1_2
  for (let y = 0, i = 0; y < height; y++) {
    const above = y > 0 ? -width : width * height - width
    for (let column = 0; column < width; column++, i++) {
      const toRight = column + 1 < width ? 1 : 1 - width
      const toLeft = column > 0 ? -1 : width - 1
      const straight = right[i + toLeft] - right[i] + down[i + above] - down[i]
      const oblique =
        downRight[i + above + toLeft] - downRight[i] + downLeft[i + above + toRight] - downLeft[i]
      x[i] = straightShare * straight + diagonal * oblique
    }
  }
}

/** The transfer function of `slopesOf` followed by `gatherSlopes`, on a half spectrum. */
export function slopeSpectrum(width: number, height: number): Float64Array {
  const half = (width >> 1) + 1
  const spectrum = new Float64Array(half * height)
  for (let v = 0, i = 0; v < height; v++) {
    const cosV = cosineOfTurn(v, height)
    for (let u = 0; u < half; u++) {
      const cosU = cosineOfTurn(u, width)
      spectrum[i++] =
        straightShare * (4 - 2 * cosU - 2 * cosV) + diagonalShare * (2 - 2 * cosU * cosV)
    }
  }
  return spectrum
}
