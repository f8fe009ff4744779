import { checkOneOf } from '../image/check'
import { type HyperLaplacianOptions, hyperLaplacian } from './hyper-laplacian'
import { type InverseOptions, inverse } from './inverse'
import type { Method } from './method'
import { type RichardsonLucyOptions, richardsonLucy } from './richardson-lucy'
import { type TikhonovOptions, tikhonov } from './tikhonov'
import { totalVariation } from './total-variation'
import { unsupervisedWiener } from './unsupervised-wiener'
import { type WienerOptions, wiener } from './wiener'

/** The name of a built-in method. */
export type MethodName =
  | 'wiener'
  | 'tikhonov'
  | 'inverse'
  | 'unsupervised-wiener'
  | 'richardson-lucy'
  | 'total-variation'
  | 'hyper-laplacian'

/** The options of all methods: each reads its own, and refuses those of the others. */
export interface MethodOptions
  extends WienerOptions,
    TikhonovOptions,
    InverseOptions,
    RichardsonLucyOptions,
    HyperLaplacianOptions {}

const methods: Record<MethodName, Method<MethodOptions>> = {
  wiener,
  tikhonov,
  inverse,
  'unsupervised-wiener': unsupervisedWiener,
  'richardson-lucy': richardsonLucy,
  'total-variation': totalVariation,
  'hyper-laplacian': hyperLaplacian,
}

/** @throws {TypeError | RangeError} `name` is no name of a method. */
export function methodNamed(name: unknown): Method<MethodOptions> {
  // Asked for here: a list made outside would keep all methods in bundles that use none.
  checkOneOf('method', name, Object.keys(methods) as MethodName[])
  return methods[name]
}
