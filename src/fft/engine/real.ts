import type { Complex } from '../complex'
import { type Kept, remember } from './cache'
import { type Layout, planar } from './layout'
import { createPlanes } from './planes'
import { planFor } from './plans'
import { setRoot } from './roots'

/** Transforms between real numbers and half their spectrum. */
export interface RealPlan extends Kept {
  forward(from: Float64Array, to: Complex): void
  inverse(from: Complex, to: Float64Array): void
}

export const realPlanFor: (n: number) => RealPlan = /* @__PURE__ */ remember((n) =>
  n % 2 ? oddPlan(n | 0) : evenPlan(n | 0),
)

/** Real and imaginary parts in turns, for the forward transform and for the inverse. */
const interleaved: Layout = { stride: 2, step: 0, shift: 1 }
const exchanged: Layout = { stride: 2, step: 0, shift: -1 }

/**
 * An even number of real samples as half as many complex ones, z[j] = x[2j] + i x[2j + 1]. The
 * spectra of the even and of the odd samples are then the two parts of Z that mirroring tells apart.
 */
function evenPlan(n: number): RealPlan {
  const half = n >> 1
  const plan = planFor(half)
  const z = createPlanes(half)
  const quarter = (half >> 1) + 1
  const w = createPlanes(quarter)
  for (let k = 0; k < quarter; k++) setRoot(k, n, w.re, w.im, k)

  return {
    doubles: plan.doubles + 2 * half + 2 * quarter,
    forward(from, to) {
      plan.transform(from, from, 0, interleaved, z.re, z.im, 0, planar, 1, 1)
      const zRe = z.re
      const zIm = z.im
      const wRe = w.re
      const wIm = w.im
      const toRe = to.re
      const toIm = to.im
      toRe[0] = zRe[0] + zIm[0]
      toRe[half] = zRe[0] - zIm[0]
      toIm[0] = 0
      toIm[half] = 0
      for (let k = 1, l = half - 1; k <= l; k++, l--) {
        const evenRe = (zRe[k] + zRe[l]) / 2
        const evenIm = (zIm[k] - zIm[l]) / 2
        const oddRe = (zIm[k] + zIm[l]) / 2
        const oddIm = (zRe[l] - zRe[k]) / 2
        const x = oddRe * wRe[k] - oddIm * wIm[k]
        const y = oddRe * wIm[k] + oddIm * wRe[k]
        toRe[k] = evenRe + x
        toIm[k] = evenIm + y
        toRe[l] = evenRe - x
        toIm[l] = y - evenIm
      }
    },
    inverse(from, to) {
      const zRe = z.re
      const zIm = z.im
      const wRe = w.re
      const wIm = w.im
      const fromRe = from.re
      const fromIm = from.im
      zRe[0] = fromRe[0] + fromRe[half]
      zIm[0] = fromRe[0] - fromRe[half]
      for (let k = 1, l = half - 1; k <= l; k++, l--) {
        const evenRe = fromRe[k] + fromRe[l]
        const evenIm = fromIm[k] - fromIm[l]
        const x = fromRe[k] - fromRe[l]
        const y = fromIm[k] + fromIm[l]
        const oddRe = x * wRe[k] + y * wIm[k]
        const oddIm = y * wRe[k] - x * wIm[k]
        zRe[l] = evenRe + oddIm
        zIm[l] = oddRe - evenIm
        zRe[k] = evenRe - oddIm
        zIm[k] = evenIm + oddRe
      }
      plan.transform(z.im, z.re, 0, planar, to, to, 1, exchanged, 1, n)
    },
  }
}

/** An odd number of samples: a complex transform, half of which is thrown away. */
function oddPlan(n: number): RealPlan {
  const plan = planFor(n)
  const z = createPlanes(n)
  const half = (n + 1) >> 1
  return {
    doubles: plan.doubles + 2 * n,
    forward(from, to) {
      z.re.set(from)
      z.im.fill(0)
      plan.transform(z.re, z.im, 0, planar, z.re, z.im, 0, planar, 1, 1)
      for (let k = 0; k < half; k++) {
        to.re[k] = z.re[k]
        to.im[k] = z.im[k]
      }
      to.im[0] = 0
    },
    inverse(from, to) {
      z.re[0] = from.re[0]
      z.im[0] = 0
      for (let k = 1, l = n - 1; k < half; k++, l--) {
        z.re[k] = z.re[l] = from.re[k]
        z.im[k] = from.im[k]
        z.im[l] = -from.im[k]
      }
      plan.transform(z.im, z.re, 0, planar, z.im, z.re, 0, planar, 1, n)
      to.set(z.re)
    },
  }
}
