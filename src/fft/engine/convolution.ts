import type { Complex } from '../complex'
import { planar } from './layout'
import type { Plan } from './plan'

/** Transforms the kernel of a cyclic convolution, and scales it as the inverse transform has to be. */
export function toSpectrum({ re, im }: Complex, plan: Plan): void {
  plan.transform(re, im, 0, planar, re, im, 0, planar, 1, plan.n)
}

/** Multiplies two spectra into the first. */
export function multiply(re: Float64Array, im: Float64Array, kernel: Complex): void {
  const byRe = kernel.re
  const byIm = kernel.im
  for (let i = 0; i < byRe.length; i++) {
    const x = re[i]
    const y = im[i]
    re[i] = x * byRe[i] - y * byIm[i]
    im[i] = x * byIm[i] + y * byRe[i]
  }
}
