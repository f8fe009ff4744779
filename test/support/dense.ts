import type { Raster } from './pictures'

// The two equations written down as their definition says, for images so small that the whole matrix fits.

/** -Δ of the whole image: 5-point, a neighbour past the edge left out. */
export function laplacian(width: number, height: number): number[][] {
  const count = width * height
  const matrix = Array.from({ length: count }, () => new Array<number>(count).fill(0))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (const [nx, ny] of [
        [x - 1, y],
        [x + 1, y],
        [x, y - 1],
        [x, y + 1],
      ]) {
        if (nx < 0 || nx >= width || ny < 0 || ny >= height) continue
        matrix[y * width + x][y * width + x]++
        matrix[y * width + x][ny * width + nx]--
      }
    }
  }
  return matrix
}

/** Δ applied twice. */
export function bilaplacian(width: number, height: number): number[][] {
  const once = laplacian(width, height)
  return once.map((row) => {
    const twice = new Array<number>(row.length).fill(0)
    row.forEach((factor, k) => {
      if (factor === 0) return
      once[k].forEach((value, j) => {
        twice[j] += factor * value
      })
    })
    return twice
  })
}

/** What makes (A u) = f in the missing pixels of a one-channel image, the known ones being as they are. */
export function denseSolution(
  matrix: number[][],
  { data }: Raster,
  mask: ArrayLike<number>,
  f: ArrayLike<number> = new Float64Array(data.length),
): number[] {
  const unknowns = [...data.keys()].filter((i) => mask[i] !== 0)
  const rows = unknowns.map((i) => {
    const row = unknowns.map((j) => matrix[i][j])
    let right = f[i]
    matrix[i].forEach((value, j) => {
      if (mask[j] === 0) right -= value * data[j]
    })
    return [...row, right]
  })
  const solution = eliminate(rows)
  const all = [...data]
  unknowns.forEach((i, n) => {
    all[i] = solution[n]
  })
  return all
}

/** Gauss with pivots, on rows that end with the right-hand side. */
function eliminate(rows: number[][]): number[] {
  const count = rows.length
  for (let k = 0; k < count; k++) {
    let pivot = k
    for (let i = k; i < count; i++) if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) pivot = i
    ;[rows[k], rows[pivot]] = [rows[pivot], rows[k]]
    for (let i = k + 1; i < count; i++) {
      const factor = rows[i][k] / rows[k][k]
      if (factor !== 0) for (let j = k; j <= count; j++) rows[i][j] -= factor * rows[k][j]
    }
  }
  const x = new Array<number>(count).fill(0)
  for (let k = count - 1; k >= 0; k--) {
    let sum = rows[k][count]
    for (let j = k + 1; j < count; j++) sum -= rows[k][j] * x[j]
    x[k] = sum / rows[k][k]
  }
  return x
}
