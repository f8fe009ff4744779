import { checkNumber, describe } from '../image/check'
import type { OptionChecks } from '../method'

/** Options of `'exemplar'` alone. */
export interface ExemplarOptions {
  /**
   * Which completion: a whole number from 0, default 0, the one most likely to be good. Each other one
   * gives another, the same whenever and wherever it is asked for.
   */
  readonly seed?: number
  /**
   * Whether things are copied rather from the same height, and from nearby: `true` keeps sky above and
   * grass below, `false` lets patterns repeat over any distance. Default `'auto'`: as much as the known
   * part of the picture is made of layers.
   */
  readonly location?: boolean | 'auto'
}

export const optionChecks: OptionChecks = {
  seed: (name, value) => checkNumber(name, value, 0, 2 ** 31 - 1, 'whole number'),
  location(name, value) {
    if (value === 'auto' || typeof value === 'boolean') return
    const Kind = typeof value === 'string' ? RangeError : TypeError
    throw new Kind(`${name}: expected true, false or 'auto', got ${describe(value)}`)
  },
}
