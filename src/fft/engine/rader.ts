import { multiply, toSpectrum } from './convolution'
import { planar } from './layout'
import type { Plan, TransformPrime } from './plan'
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
  const order = powersOf(generatorOf(n), n)
  const back = order.map((_, b) => order[(length - b) % length])
  const kernel = createPlanes(length)
  // Element b of the convolution is the sum over a of x[g^a] w^(g^(a - b)).
  for (let a = 0; a < length; a++) setRoot(back[a], n, kernel.re, kernel.im, a)
  toSpectrum(kernel, inner)
  // The sum of all roots but 1 is -1. An error there would be the same in all n results, and add up.
  kernel.re[0] = -1 / length
  kernel.im[0] = 0
  const convolution = { order, back, kernel }
  const transformPrime = inner.transformPrime ?? transformOutside(inner)

  return {
    n,
    doubles: inner.doubles + 5 * n,
    transform(fromRe, fromIm, fromAt, from, toRe, toIm, toAt, to, batch, divisor) {
      for (let q = 0; q < batch; q++) {
        const at = (fromAt + q * from.step) | 0
        const end = (toAt + q * to.step) | 0
        transformPrime(convolution, fromRe, fromIm, at, from, toRe, toIm, end, to, divisor)
      }
    },
  }
}

/** The convolution outside the workspace, around any plan. */
function transformOutside({ n, transform }: Plan): TransformPrime {
  const { re, im } = createPlanes(n)
  return ({ order, back, kernel }, fromRe, fromIm, at, from, toRe, toIm, end, to, divisor) => {
    const scale = 1 / divisor
    for (let a = 0; a < n; a++) {
      const i = (at + order[a] * from.stride) | 0
      re[a] = fromRe[i]
      im[a] = fromIm[i + from.shift]
    }
    const x = fromRe[at]
    const y = fromIm[at + from.shift]
    transform(re, im, 0, planar, re, im, 0, planar, 1, 1)
    const sumRe = x + re[0]
    const sumIm = y + im[0]
    multiply(re, im, kernel)
    // x[0] is a term of every element: a constant, so it goes into the spectrum's first.
    re[0] += x
    im[0] += y
    transform(im, re, 0, planar, im, re, 0, planar, 1, 1)
    toRe[end] = sumRe * scale
    toIm[end + to.shift] = sumIm * scale
    for (let b = 0; b < n; b++) {
      const o = (end + back[b] * to.stride) | 0
      toRe[o] = re[b] * scale
      toIm[o + to.shift] = im[b] * scale
    }
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
