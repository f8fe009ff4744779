/** Forward transform of the planes `re` and `im`, in place. */
export function transform(re: Float64Array, im: Float64Array): void {
  const n = re.length
  if ((n & (n - 1)) === 0) powerOfTwo(re, im)
  else chirp(re, im)
}

function powerOfTwo(re: Float64Array, im: Float64Array): void {
  const n = re.length
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1
    for (; j & bit; bit >>= 1) j ^= bit
    j ^= bit
    if (i < j) {
      ;[re[i], re[j]] = [re[j], re[i]]
      ;[im[i], im[j]] = [im[j], im[i]]
    }
  }
  for (let half = 1; half < n; half *= 2) {
    for (let k = 0; k < half; k++) {
      const c = Math.cos((Math.PI * k) / half)
      const s = -Math.sin((Math.PI * k) / half)
      for (let i = k; i < n; i += 2 * half) {
        const j = i + half
        const x = re[j] * c - im[j] * s
        const y = re[j] * s + im[j] * c
        re[j] = re[i] - x
        im[j] = im[i] - y
        re[i] += x
        im[i] += y
      }
    }
  }
}

/** Bluestein: w^(jk) = w^(j^2/2) w^(k^2/2) w^(-(j-k)^2/2). */
function chirp(re: Float64Array, im: Float64Array): void {
  const n = re.length
  const m = 2 ** Math.ceil(Math.log2(2 * n - 1))
  const c = new Float64Array(n)
  const s = new Float64Array(n)
  const aRe = new Float64Array(m)
  const aIm = new Float64Array(m)
  const bRe = new Float64Array(m)
  const bIm = new Float64Array(m)
  let square = 0
  for (let k = 0; k < n; k++) {
    c[k] = Math.cos((Math.PI * square) / n)
    s[k] = -Math.sin((Math.PI * square) / n)
    square = (square + 2 * k + 1) % (2 * n)
    aRe[k] = re[k] * c[k] - im[k] * s[k]
    aIm[k] = re[k] * s[k] + im[k] * c[k]
    bRe[k] = bRe[(m - k) % m] = c[k]
    bIm[k] = bIm[(m - k) % m] = -s[k]
  }
  powerOfTwo(aRe, aIm)
  powerOfTwo(bRe, bIm)
  for (let k = 0; k < m; k++) {
    const x = (aRe[k] * bRe[k] - aIm[k] * bIm[k]) / m
    aIm[k] = (aRe[k] * bIm[k] + aIm[k] * bRe[k]) / m
    aRe[k] = x
  }
  powerOfTwo(aIm, aRe)
  for (let k = 0; k < n; k++) {
    re[k] = aRe[k] * c[k] - aIm[k] * s[k]
    im[k] = aRe[k] * s[k] + aIm[k] * c[k]
  }
}
