import type { Complex } from '../fft/index'

// Arithmetic on half spectra, as `rfft2` gives them.

export function emptySpectrum(width: number, height: number): Complex {
  const size = ((width >> 1) + 1) * height
  return { re: new Float64Array(size), im: new Float64Array(size) }
}

/** `out = a b`, where `out` may be `b`. */
export function multiply(a: Complex, b: Complex, out: Complex): void {
  const { re: aRe, im: aIm } = a
  const { re: bRe, im: bIm } = b
  const { re, im } = out
  for (let i = 0; i < re.length; i++) {
    const x = aRe[i] * bRe[i] - aIm[i] * bIm[i]
    im[i] = aRe[i] * bIm[i] + aIm[i] * bRe[i]
    re[i] = x
  }
}

/** `out = conj(a) b`, where `out` may be `b`. */
export function multiplyConjugate(a: Complex, b: Complex, out: Complex): void {
  const { re: aRe, im: aIm } = a
  const { re: bRe, im: bIm } = b
  const { re, im } = out
  for (let i = 0; i < re.length; i++) {
    const x = aRe[i] * bRe[i] + aIm[i] * bIm[i]
    im[i] = aRe[i] * bIm[i] - aIm[i] * bRe[i]
    re[i] = x
  }
}

/**
 * How often each column of a half spectrum counts in a sum over the whole: the first once, and the
 * last of an even width; the others stand for their mirrored ones too.
 */
export function columnCounts(width: number): Float64Array {
  const half = (width >> 1) + 1
  const counts = new Float64Array(half).fill(2)
  counts[0] = 1
  if (width % 2 === 0) counts[half - 1] = 1
  return counts
}
