import { biharmonic } from '../biharmonic/method'
import { type CoherenceOptions, coherence } from '../coherence/method'
import { harmonic } from '../harmonic/method'
import type { Method } from '../method'
import { navierStokes } from '../navier-stokes/method'
import type { NavierStokesOptions } from '../navier-stokes/options'
import { ns } from '../ns/method'
import { type TeleaOptions, telea } from '../telea/method'

/** The name of a method of the core. */
export type CoreMethodName =
  | 'telea'
  | 'ns'
  | 'navier-stokes'
  | 'coherence'
  | 'harmonic'
  | 'biharmonic'

/** The options of the core's methods: each reads its own, and refuses those of the others. */
export interface CoreMethodOptions extends TeleaOptions, NavierStokesOptions, CoherenceOptions {}

/** Marching and equations: small code that looks no further than around each hole. */
export const coreMethods: Record<CoreMethodName, Method<CoreMethodOptions>> = {
  telea,
  ns,
  'navier-stokes': navierStokes,
  coherence,
  harmonic,
  biharmonic,
}
