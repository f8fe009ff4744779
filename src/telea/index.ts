import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'
import { optionsFrom, type RepairOptions, repair } from '../repair'
import { telea as method, type TeleaOptions } from './method'

export type { Image, NdarrayImage, RawImage, Samples, SharpImage } from '../image/image'
export type { Mask, MaskData, MaskOptions } from '../mask/mask'
export type { RepairOptions } from '../repair'
export type { TeleaOptions } from './method'

export function telea<I extends Image>(
  image: I,
  mask?: Mask | null,
  radius?: number | (RepairOptions & TeleaOptions),
  options?: RepairOptions & TeleaOptions,
): I {
  return repair<I, TeleaOptions>(image, mask, method, optionsFrom(radius, options))
}
