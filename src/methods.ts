import { auto } from './auto/method'
import { biharmonic } from './biharmonic/method'
import { type CoherenceOptions, coherence } from './coherence/method'
import { type ExemplarOptions, exemplar } from './exemplar/method'
import type { GuideOptions } from './guide/guide'
import { harmonic } from './harmonic/method'
import { checkOneOf } from './image/check'
import { type KrigingOptions, kriging } from './kriging/method'
import type { Method } from './method'
import { navierStokes } from './navier-stokes/method'
import type { NavierStokesOptions } from './navier-stokes/options'
import { ns } from './ns/method'
import { type TeleaOptions, telea } from './telea/method'

/** The name of a built-in method. */
export type MethodName =
  | 'telea'
  | 'ns'
  | 'navier-stokes'
  | 'coherence'
  | 'harmonic'
  | 'biharmonic'
  | 'kriging'
  | 'exemplar'
  | 'auto'

/** The options of all built-in methods: each reads its own, and refuses those of the others. */
export interface MethodOptions
  extends TeleaOptions,
    NavierStokesOptions,
    CoherenceOptions,
    KrigingOptions,
    ExemplarOptions,
    GuideOptions {}

const methods: Record<MethodName, Method<MethodOptions>> = {
  telea,
  ns,
  'navier-stokes': navierStokes,
  coherence,
  harmonic,
  biharmonic,
  kriging,
  exemplar,
  auto,
}

/** The names of all built-in methods. */
export const methodNames = Object.keys(methods) as readonly MethodName[]

/** @throws {TypeError | RangeError} `name` is no name of a method. */
export function methodNamed(name: unknown): Method<MethodOptions> {
  checkOneOf('method', name, methodNames)
  return methods[name]
}
