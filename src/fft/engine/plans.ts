import { bluesteinPlan } from './bluestein'
import { remember } from './cache'
import { createDirect, directPlan } from './direct'
import { radicesOf } from './factors'
import { fourStepPlan } from './four-step'
import { goodLength } from './good-length'
import type { Plan, TransformImage } from './plan'
import { raderPlan } from './rader'
import { createWorkspace, regionSize } from './workspace'

/** Made by the first transform. */
let direct: ReturnType<typeof createDirect> | undefined

/**
 * The plan for transforms of length n: in passes if its prime factors are small, in four steps if it
 * is too long for that, or else as a convolution of a length that is not.
 */
export const planFor: (n: number) => Plan = /* @__PURE__ */ remember((length) => {
  // A whole number may be stored as a double, and kernels that have seen one are slower.
  const n = length | 0
  const radices = radicesOf(n)
  if (radices && n <= regionSize) return planDirectly(n, radices)
  if (radices) {
    const n1 = nearRoot(n)
    return fourStepPlan(planFor(n1), planFor(n / n1))
  }
  if (isPrime(n) && radicesOf(n - 1)) return raderPlan(n, planFor(n - 1))
  return bluesteinPlan(n, planFor(goodLength(2 * n - 1)))
})

function planDirectly(n: number, radices: readonly number[]): Plan {
  direct ??= createDirect(createWorkspace())
  const { transform, transformRows, transformPrime, convolve } = direct
  const plan = directPlan(n, radices)
  return {
    n,
    doubles: 0,
    passes: plan.endsWith4 ? plan : undefined,
    transform: transform.bind(null, plan),
    transformRows: plan.endsWith4 ? transformRows.bind(null, plan) : undefined,
    ...(plan.startsWith4 &&
      plan.endsWith4 && {
        transformPrime: transformPrime.bind(null, plan),
        convolve: convolve.bind(null, plan),
      }),
  }
}

/** Transforms a real image at once, where all of that can be done in the workspace. */
export function imageTransform(ofRows: Plan, ofColumns: Plan): TransformImage | undefined {
  const { n: width, passes: rows } = ofRows
  const { n: height, passes: columns } = ofColumns
  const fits = ((width >> 1) + 1) * height + width <= regionSize
  return rows && columns && fits ? direct?.transformImage.bind(null, rows, columns) : undefined
}

/** The largest divisor of n up to its square root. */
function nearRoot(n: number): number {
  let divisor = Math.floor(Math.sqrt(n))
  while (n % divisor) divisor--
  return divisor
}

function isPrime(n: number): boolean {
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false
  return n > 1
}
