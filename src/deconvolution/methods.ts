import { checkOneOf } from '../image/check'
import type { Method } from './method'
import { type RichardsonLucyOptions, richardsonLucy } from './richardson-lucy'
import { type WienerOptions, wiener } from './wiener'

/** The name of a built-in method. */
export type MethodName = 'wiener' | 'richardson-lucy'

/** The options of all methods: each reads its own, and refuses those of the others. */
export interface MethodOptions extends WienerOptions, RichardsonLucyOptions {}

const methods: Record<MethodName, Method<MethodOptions>> = {
  wiener,
  'richardson-lucy': richardsonLucy,
}

export const methodNames = Object.keys(methods) as MethodName[]

/** @throws {TypeError | RangeError} `name` is no name of a method. */
export function methodNamed(name: unknown): Method<MethodOptions> {
  checkOneOf('method', name, methodNames)
  return methods[name]
}
