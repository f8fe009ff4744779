import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'
import { optionsFrom, type RepairOptions, repair } from '../repair'
import { type ExemplarOptions, exemplar as method } from './method'

export function exemplar<I extends Image>(image: I, mask?: Mask | null, options?: RepairOptions & ExemplarOptions): I {
  return repair<I, ExemplarOptions>(image, mask, method, optionsFrom(undefined, options))
}
