import { checkNumber, describe } from '../image/check'

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

export const optionNames = ['seed', 'location'] as const

export function checkOptions({ seed, location }: ExemplarOptions): void {
  if (seed !== undefined) checkNumber('seed', seed, 0, 2 ** 31 - 1, 'whole number')
  if (location === undefined || location === 'auto' || typeof location === 'boolean') return
  const Kind = typeof location === 'string' ? RangeError : TypeError
  throw new Kind(`location: expected true, false or 'auto', got ${describe(location)}`)
}
