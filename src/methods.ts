import { checkOneOf } from './image/check'
import type { Method } from './method'
import { ns } from './navier-stokes/method'
import { type TeleaOptions, telea } from './telea/method'

/** The name of a built-in method. */
export type MethodName = 'telea' | 'ns'

const methods: Record<MethodName, Method<TeleaOptions>> = { telea, ns }

/** @throws {TypeError | RangeError} `name` is no name of a method. */
export function methodNamed(name: unknown): Method<TeleaOptions> {
  checkOneOf('method', name, Object.keys(methods) as MethodName[])
  return methods[name]
}
