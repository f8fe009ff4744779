import { customMethod, type Fill } from './custom-method'
import { checkOneOf } from './image/check'
import type { Image } from './image/image'
import type { Mask } from './mask/mask'
import type { Method } from './method'
import { optionsFrom, type RepairOptions, repair } from './repair'

/** What `inpaint` does, with the methods it is to know by name. */
export function inpaintAmong<I extends Image, Name extends string, Options>(
  methods: Record<Name, Method<Options>>,
  image: I,
  mask: Mask | null | undefined,
  radiusOrOptions: number | (RepairOptions & Options & { method?: Name | Fill }) | undefined,
  method: Name | Fill | undefined,
  lastOptions: (RepairOptions & Options & { method?: Name | Fill }) | undefined,
): I {
  const { method: named = 'telea', ...options } = optionsFrom(radiusOrOptions, lastOptions)
  const wanted = method === undefined ? named : method
  const chosen = typeof wanted === 'function' ? customMethod(wanted) : methodOf(methods, wanted)
  return repair(image, mask, chosen, options as RepairOptions & Options)
}

/** @throws {TypeError | RangeError} `name` is no name of a method. */
export function methodOf<Name extends string, Options>(
  methods: Record<Name, Method<Options>>,
  name: unknown,
): Method<Options> {
  checkOneOf('method', name, Object.keys(methods) as Name[])
  return methods[name]
}
