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
  const endsWith4 = plan.last === 4
  const ending = endingIn8(n, radices)
  const fastest = ending === radices ? plan : directPlan(n, ending)
  return {
    n,
    doubles: 0,
    passes: endsWith4 ? { ofRows: plan, ofColumns: fastest } : undefined,
    transform: transform.bind(null, fastest),
    transformRows: endsWith4 ? transformRows.bind(null, plan) : undefined,
    ...(endsWith4 &&
      plan.startsWith4 && {
        transformPrime: transformPrime.bind(null, plan),
        convolve: convolve.bind(null, plan),
      }),
  }
}

/**
 * The same radices with the 8 last, where it costs less: it has no twiddle factors there. In longer
 * transforms its eight results would compete for the same lines of the cache.
 */
function endingIn8(n: number, radices: readonly number[]): readonly number[] {
  const others = radices.filter((radix) => radix !== 8)
  return others.length === radices.length || n > 2048 ? radices : [...others, 8]
}

/** Transforms a real image at once, where all of that can be done in the workspace. */
export function imageTransform(width: Plan, height: Plan): TransformImage | undefined {
  const rows = width.passes?.ofRows
  const columns = height.passes?.ofColumns
  const fits = ((width.n >> 1) + 1) * height.n + width.n <= regionSize
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
