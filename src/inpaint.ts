import { customMethod } from './custom-method'
import { checkOneOf } from './image/check'
import type { Image } from './image/image'
import type { Mask } from './mask/mask'
import type { Fill, Method } from './method'
import { ns } from './navier-stokes/method'
import { optionsFrom, type RepairOptions, repair } from './repair'
import { type TeleaOptions, telea } from './telea/method'

/** The built-in methods. */
const methods = { telea, ns }

/** The name of a built-in method. */
export type MethodName = keyof typeof methods

/** What `inpaint` takes beside the image and the mask. */
export interface InpaintOptions extends RepairOptions, TeleaOptions {
  /** A built-in method by its name, or a function that fills a hole. Default `'telea'`. */
  readonly method?: MethodName | Fill
}

export function inpaint<I extends Image>(
  image: I,
  mask: Mask | null | undefined,
  radius?: number,
  method?: MethodName | Fill,
  options?: InpaintOptions,
): I
export function inpaint<I extends Image>(image: I, mask?: Mask | null, options?: InpaintOptions): I
export function inpaint<I extends Image>(
  image: I,
  mask?: Mask | null,
  radiusOrOptions?: number | InpaintOptions,
  method?: MethodName | Fill,
  lastOptions?: InpaintOptions,
): I {
  const options = optionsFrom(radiusOrOptions, lastOptions)
  return repair<I, TeleaOptions>(
    image,
    mask,
    methodFor(method ?? options.method ?? 'telea'),
    options,
  )
}

function methodFor(method: unknown): Method<TeleaOptions> {
  if (typeof method === 'function') return customMethod(method as Fill)
  checkOneOf('method', method, Object.keys(methods) as MethodName[])
  return methods[method]
}
