import { checkNumber } from '../image/check'
import type { Method } from '../method'
import { fillTelea } from './fill'

/** Options of `'telea'` alone. */
export interface TeleaOptions {
  readonly gradient?: number
}

export const telea: Method<TeleaOptions> = {
  fill: fillTelea,
  reach: (radius) => radius + 1,
  optionNames: ['gradient'],
  check({ gradient }) {
    if (gradient !== undefined) checkNumber('gradient', gradient, 0, 1)
  },
}
