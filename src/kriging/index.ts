import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'
import { optionsFrom, type RepairOptions, repair } from '../repair'
import { type KrigingOptions, kriging as method } from './method'
export function kriging<I extends Image>(
  image: I,
  mask?: Mask | null,
  radius?: number | (RepairOptions & KrigingOptions),
  options?: RepairOptions & KrigingOptions,
): I {
  return repair<I, KrigingOptions>(image, mask, method, optionsFrom(radius, options))
}
