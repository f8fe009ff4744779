import { auto } from './auto/method'
import { guidedBiharmonic } from './biharmonic/guided'
import { type CoreMethodName, type CoreMethodOptions, coreMethods } from './core/methods'
import type { GuideOptions } from './guide/guide'
import { guidedHarmonic } from './harmonic/guided'
import { methodOf } from './inpaint-among'
import { type KrigingOptions, kriging } from './kriging/method'
import type { Method } from './method'

/** The name of a built-in method. */
export type MethodName = CoreMethodName | 'kriging' | 'auto'

/** The options of all built-in methods: each reads its own, and refuses those of the others. */
export interface MethodOptions extends CoreMethodOptions, KrigingOptions, GuideOptions {}

export const methods: Record<MethodName, Method<MethodOptions>> = {
  ...coreMethods,
  harmonic: guidedHarmonic,
  biharmonic: guidedBiharmonic,
  kriging,
  auto,
}

/** The names of all built-in methods. */
export const methodNames = Object.keys(methods) as readonly MethodName[]

/** @throws {TypeError | RangeError} `name` is no name of a method. */
export function methodNamed(name: unknown): Method<MethodOptions> {
  return methodOf(methods, name)
}
