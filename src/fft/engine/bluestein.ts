import { multiply, toSpectrum } from './convolution'
import { planar } from './layout'
import type { Plan } from './plan'
import { createPlanes } from './planes'
import { setRoot } from './roots'

/**
 * Any length n as a convolution of length 2n - 1 or more (Bluestein): as j k = (j^2 + k^2 - (k - j)^2) / 2,
 * the transform is a convolution with w^(-j^2 / 2), multiplied by w^(j^2 / 2) before and after.
 *
 * @see L. Bluestein, "A linear filtering approach to the computation of discrete Fourier transform",
 * IEEE Transactions on Audio and Electroacoustics 18(4), 1970, doi:10.1109/TAU.1970.1162132
 */
export function bluesteinPlan(n: number, inner: Plan): Plan {
  const { re, im } = createPlanes(inner.n)
  const chirp = createPlanes(n)
  // j^2 modulo 2n, without the square: it might not be exact.
  for (let j = 0, square = 0; j < n; j++) {
    setRoot(square, 2 * n, chirp.re, chirp.im, j)
    square = (square + 2 * j + 1) % (2 * n)
  }
  const kernel = createPlanes(inner.n)
  for (let j = 0; j < n; j++) {
    const mirrored = j === 0 ? 0 : inner.n - j
    kernel.re[j] = kernel.re[mirrored] = chirp.re[j]
    kernel.im[j] = kernel.im[mirrored] = -chirp.im[j]
  }
  toSpectrum(kernel, inner)

  return {
    n,
    doubles: inner.doubles + 4 * inner.n + 2 * n,
    transform(fromRe, fromIm, fromAt, from, toRe, toIm, toAt, to, batch, divisor) {
      const scale = 1 / divisor
      for (let q = 0; q < batch; q++) {
        for (let j = 0, i = fromAt + q * from.step; j < n; j++, i += from.stride) {
          const x = fromRe[i]
          const y = fromIm[i + from.shift]
          re[j] = x * chirp.re[j] - y * chirp.im[j]
          im[j] = x * chirp.im[j] + y * chirp.re[j]
        }
        re.fill(0, n)
        im.fill(0, n)
        inner.transform(re, im, 0, planar, re, im, 0, planar, 1, 1)
        multiply(re, im, kernel)
        inner.transform(im, re, 0, planar, im, re, 0, planar, 1, 1)
        for (let k = 0, o = toAt + q * to.step; k < n; k++, o += to.stride) {
          const x = re[k] * scale
          const y = im[k] * scale
          toRe[o] = x * chirp.re[k] - y * chirp.im[k]
          toIm[o + to.shift] = x * chirp.im[k] + y * chirp.re[k]
        }
      }
    },
  }
}
