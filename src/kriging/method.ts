import { checkOneOf } from '../image/check'
import type { FillOptions, Method } from '../method'
import type { Patch } from '../patch'
import { fillByKriging } from './fill'

/** Options of `'kriging'` alone. */
export interface KrigingOptions {
  /** `'fast'`, the default, or `'best'`: about 0.2 dB more in three to four times the time. */
  readonly quality?: 'fast' | 'best'
}

/** Prediction of small tiles from their nearest known pixels, with the local spectrum's covariance. */
export const kriging: Method<KrigingOptions> = {
  fill(patch: Patch, { radius, quality = 'fast', report }: FillOptions & KrigingOptions) {
    fillByKriging(patch, quality, radius, report)
  },
  // A window of 32 around a block of 16 reads so far; similar patches lie nearer.
  reach: () => 24,
  defaultRadius: 8,
  options: { quality: (name, value) => checkOneOf(name, value, ['fast', 'best']) },
}
