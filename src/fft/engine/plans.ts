import { remember } from './cache'
import { bluesteinPlan, raderPlan } from './convolution'
import { createDirect, directPlan, longestDirect } from './direct'
import { radicesOf } from './factors'
import { fourStepPlan } from './four-step'
import { goodLength } from './good-length'
import type { Plan, Transform } from './plan'
import { createWorkspace } from './workspace'

let direct: ReturnType<typeof createDirect> | undefined

/** The plan for transforms of length n. */
export const planFor: (n: number) => Plan = remember((n) => {
  const radices = radicesOf(n)
  if (radices && n <= longestDirect) return planDirectly(n)
  if (radices) {
    const n1 = nearRoot(n)
    return fourStepPlan(planFor(n1), planFor(n / n1))
  }
  if (isPrime(n) && radicesOf(n - 1)) return raderPlan(n, planFor(n - 1))
  return bluesteinPlan(n, planFor(goodLength(2 * n - 1)))
})

function planDirectly(n: number): Plan {
  direct ??= createDirect(createWorkspace())
  const run = direct
  const plan = directPlan(n)
  if (!plan) throw new Error(`no direct plan for ${n}`)
  const transform: Transform = (a, b, c, d, e, f, g, h, i, j) =>
    run(plan, a, b, c, d, e, f, g, h, i, j)
  return { n, doubles: 0, transform }
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
