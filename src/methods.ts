import { auto } from './auto/method'
import { type CoherenceOptions, coherence } from './coherence/method'
import { checkOneOf } from './image/check'
import { type KrigingOptions, kriging } from './kriging/method'
import type { Method } from './method'
import { ns } from './ns/method'
import { type TeleaOptions, telea } from './telea/method'

/** The name of a built-in method. */
export type MethodName = 'telea' | 'ns' | 'coherence' | 'kriging' | 'auto'

/** The options of all built-in methods: each reads its own, and refuses those of the others. */
export interface MethodOptions extends TeleaOptions, CoherenceOptions, KrigingOptions {}

const methods: Record<MethodName, Method<MethodOptions>> = { telea, ns, coherence, kriging, auto }

/** The names of all built-in methods. */
export const methodNames = Object.keys(methods) as readonly MethodName[]

/** @throws {TypeError | RangeError} `name` is no name of a method. */
export function methodNamed(name: unknown): Method<MethodOptions> {
  checkOneOf('method', name, methodNames)
  return methods[name]
}
