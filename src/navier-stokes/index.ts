import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'
import { optionsFrom, type RepairOptions, repair } from '../repair'
import { ns as method } from './method'

export type { Image, NdarrayImage, RawImage, Samples, SharpImage } from '../image/image'
export type { Mask, MaskData, MaskOptions } from '../mask/mask'
export type { RepairOptions } from '../repair'

export function ns<I extends Image>(
  image: I,
  mask?: Mask | null,
  radius?: number | RepairOptions,
  options?: RepairOptions,
): I {
  return repair(image, mask, method, optionsFrom(radius, options))
}
