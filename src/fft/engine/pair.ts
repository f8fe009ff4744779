import type { Complex } from '../complex'

// Two real rows a and b as one complex one, a + i b.

/** The half spectra of two real rows a and b from the spectrum of a + i b: twice them, which saves halving each. */
export function separate(
  z: Complex,
  n: number,
  re: Float64Array,
  im: Float64Array,
  half: number,
): void {
  const zRe = z.re
  const zIm = z.im
  let a = 0
  let b = half | 0
  re[a] = 2 * zRe[0]
  im[a] = 0
  re[b] = 2 * zIm[0]
  im[b] = 0
  for (let k = 1, l = n - 1; k < half; k++, l--) {
    a = (a + 1) | 0
    b = (b + 1) | 0
    const kRe = zRe[k]
    const kIm = zIm[k]
    const lRe = zRe[l]
    const lIm = zIm[l]
    re[a] = kRe + lRe
    im[a] = kIm - lIm
    re[b] = kIm + lIm
    im[b] = lRe - kRe
  }
}

/**
 * The spectrum of a + i b from the half spectra of two real rows a and b, or from `count` numbers of these.
 *
 * @param at Where a's spectrum starts, or its part.
 * @param step From there to b's.
 * @param first Which number of the spectrum that is.
 */
export function combine(
  re: Float64Array,
  im: Float64Array,
  at: number,
  step: number,
  z: Complex,
  n: number,
  first: number,
  count: number,
): void {
  const zRe = z.re
  const zIm = z.im
  let a = at | 0
  let b = (at + step) | 0
  let k = first | 0
  // The first mirrors itself, and so does the last of an even n.
  if (k === 0) {
    zRe[0] = re[a]
    zIm[0] = re[b]
    k = 1
    a = (a + 1) | 0
    b = (b + 1) | 0
  }
  const paired = Math.min(first + count - 1, (n - 1) >> 1)
  for (let l = (n - k) | 0; k <= paired; k++, l--) {
    const aRe = re[a]
    const aIm = im[a]
    const bRe = re[b]
    const bIm = im[b]
    zRe[k] = aRe - bIm
    zIm[k] = aIm + bRe
    zRe[l] = aRe + bIm
    zIm[l] = bRe - aIm
    a = (a + 1) | 0
    b = (b + 1) | 0
  }
  if (2 * k === n && k < first + count) {
    zRe[k] = re[a]
    zIm[k] = re[b]
  }
}
