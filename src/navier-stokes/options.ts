import { checkNumber } from '../image/check'
import type { OptionChecks } from '../method'

/** Options of `'navier-stokes'` alone. */
export interface NavierStokesOptions {
  /**
   * How much vorticity diffuses across the isophotes, where transport along a perfectly straight one
   * is 1: 0 to 100, default 0.01. Less continues edges more sharply, and noise too; more is smoother.
   */
  readonly viscosity?: number
  /**
   * The most turns of the iteration, a whole number from 0, default 40; 0 leaves the harmonic start.
   * Thin damage settles within about ten; fewer are faster and less settled.
   */
  readonly iterations?: number
  /**
   * When to stop: once a turn changes the missing samples by less than this, root mean square, as a
   * share of the range of the known samples near the hole. 0 to 1, default 0.0005, an eighth of a
   * grey level of 256; less is closer to the steady state and takes more turns.
   */
  readonly tolerance?: number
}

export const optionChecks: OptionChecks = {
  viscosity: (name, value) => checkNumber(name, value, 0, 100),
  iterations: (name, value) => checkNumber(name, value, 0, Infinity, 'whole number'),
  tolerance: (name, value) => checkNumber(name, value, 0, 1),
}
