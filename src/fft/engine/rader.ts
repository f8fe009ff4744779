import { multiply, toSpectrum } from './convolution'
import { planar } from './layout'
import type { Plan } from './plan'
import { createPlanes } from './planes'
import { setRoot } from './roots'

/**
 * A prime length n as a cyclic convolution of length n - 1 (Rader): with g a generator of the
 * numbers modulo n, and j = g^a, k = g^-b, the exponent j k becomes g^(a - b).
 *
 * @see C. Rader, "Discrete Fourier transforms when the number of data samples is prime",
 * Proceedings of the IEEE 56(6), 1968, doi:10.1109/PROC.1968.6477
 */
export function raderPlan(n: number, inner: Plan): Plan {
  const length = n - 1
  const powers = powersOf(generatorOf(n), n)
  const { re, im } = createPlanes(length)
  const kernel = createPlanes(length)
  // Element b of the convolution is the sum over a of x[g^a] w^(g^(a - b)).
  for (let a = 0; a < length; a++)
    setRoot(powers[(length - a) % length], n, kernel.re, kernel.im, a)
  toSpectrum(kernel, inner)
  // The sum of all roots but 1 is -1. An error there would be the same in all n results, and add up.
  kernel.re[0] = -1 / length
  kernel.im[0] = 0

  return {
    n,
    doubles: inner.doubles + 4.5 * n,
    transform(fromRe, fromIm, fromAt, from, toRe, toIm, toAt, to, batch, divisor) {
      const scale = 1 / divisor
      // Read once, outside the loops: V8 would look each up again for every number.
      const zRe = re
      const zIm = im
      const order = powers
      for (let q = 0; q < batch; q++) {
        const first = fromAt + q * from.step
        const { stride, shift } = from
        for (let a = 0; a < length; a++) {
          const i = (first + order[a] * stride) | 0
          zRe[a] = fromRe[i]
          zIm[a] = fromIm[i + shift]
        }
        const x = fromRe[first]
        const y = fromIm[first + from.shift]
        inner.transform(re, im, 0, planar, re, im, 0, planar, 1, 1)
        const sumRe = x + re[0]
        const sumIm = y + im[0]
        multiply(re, im, kernel)
        // x[0] is a term of every element: a constant, so it goes into the spectrum's first.
        re[0] += x
        im[0] += y
        inner.transform(im, re, 0, planar, im, re, 0, planar, 1, 1)
        const end = toAt + q * to.step
        const toStride = to.stride
        const toShift = to.shift
        toRe[end] = sumRe * scale
        toIm[end + to.shift] = sumIm * scale
        for (let b = 0, a = 0; b < length; b++, a = length - b) {
          const o = (end + order[a] * toStride) | 0
          toRe[o] = zRe[b] * scale
          toIm[o + toShift] = zIm[b] * scale
        }
      }
    },
  }
}

/** g^0, g^1, ..., g^(n - 2) modulo n. */
function powersOf(g: number, n: number): Int32Array {
  const powers = new Int32Array(n - 1)
  for (let a = 0, power = 1; a < n - 1; a++, power = (power * g) % n) powers[a] = power
  return powers
}

/** The least number whose powers are all numbers from 1 to n - 1, for a prime n. */
function generatorOf(n: number): number {
  for (let g = 2; ; g++) {
    let order = 1
    for (let power = g; power !== 1; power = (power * g) % n) order++
    if (order === n - 1) return g
  }
}
