import { type CoherenceOptions, coherence } from './coherence/method'
import { checkOneOf } from './image/check'
import type { Method } from './method'
import { ns } from './ns/method'
import { type TeleaOptions, telea } from './telea/method'

/** The name of a built-in method. */
export type MethodName = 'telea' | 'ns' | 'coherence'

/** The options of all built-in methods: each reads its own, and refuses those of the others. */
export interface MethodOptions extends TeleaOptions, CoherenceOptions {}

const methods: Record<MethodName, Method<MethodOptions>> = { telea, ns, coherence }

/** The names of all built-in methods. */
export const methodNames = Object.keys(methods) as readonly MethodName[]

/** @throws {TypeError | RangeError} `name` is no name of a method. */
export function methodNamed(name: unknown): Method<MethodOptions> {
  checkOneOf('method', name, methodNames)
  return methods[name]
}
