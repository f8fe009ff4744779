/**
 * Cholesky's factorisation in place, A = L Lᵀ, of the first `n` rows of a symmetric matrix of which
 * the lower half is given; the `extra` rows below are right-hand sides, and come out divided by L.
 *
 * Two rows and two columns at a time: four products for four numbers loaded.
 *
 * @param stride How far apart the rows are.
 */
export function factorise(A: Float64Array, n: number, extra: number, stride: number): void {
  const rows = n + extra
  for (let i = 0; i < rows; i += 2) {
    const p = i * stride
    const q = i + 1 < rows ? p + stride : p
    const columns = Math.min(i, n)
    let j = 0
    for (; j + 1 < columns; j += 2) {
      const r = j * stride
      const s = r + stride
      let pr = A[p + j]
      let ps = A[p + j + 1]
      let qr = A[q + j]
      let qs = A[q + j + 1]
      for (let k = 0; k < j; k++) {
        const a = A[p + k]
        const b = A[q + k]
        const c = A[r + k]
        const d = A[s + k]
        pr -= a * c
        ps -= a * d
        qr -= b * c
        qs -= b * d
      }
      const inverse = A[r + j]
      pr *= inverse
      qr *= inverse
      A[p + j] = pr
      A[q + j] = qr
      const below = A[s + j]
      A[p + j + 1] = (ps - pr * below) * A[s + j + 1]
      A[q + j + 1] = (qs - qr * below) * A[s + j + 1]
    }
    if (j < columns) {
      const r = j * stride
      let pr = A[p + j]
      let qr = A[q + j]
      for (let k = 0; k < j; k++) {
        pr -= A[p + k] * A[r + k]
        qr -= A[q + k] * A[r + k]
      }
      A[p + j] = pr * A[r + j]
      A[q + j] = qr * A[r + j]
    }
    // The two rows' own corner of the matrix. On the diagonal the inverse is kept.
    if (i < n) settleDiagonal(A, p, i)
    if (i + 1 < rows && i < n) {
      let b = A[q + i]
      for (let k = 0; k < i; k++) b -= A[q + k] * A[p + k]
      A[q + i] = b * A[p + i]
      if (i + 1 < n) settleDiagonal(A, q, i + 1)
    }
  }
}

function settleDiagonal(A: Float64Array, row: number, i: number): void {
  let d = A[row + i]
  for (let k = 0; k < i; k++) d -= A[row + k] * A[row + k]
  A[row + i] = 1 / Math.sqrt(d)
}

/** Divides the extra rows by Lᵀ, after `factorise`: they become the solutions. */
export function substituteBack(A: Float64Array, n: number, extra: number, stride: number): void {
  for (let e = 0; e < extra; e++) {
    const row = (n + e) * stride
    for (let i = n - 1; i >= 0; i--) {
      const solved = A[row + i] * A[i * stride + i]
      A[row + i] = solved
      for (let k = 0, l = i * stride; k < i; k++) A[row + k] -= A[l + k] * solved
    }
  }
}
