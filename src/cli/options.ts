import { inpaint, type MethodName } from '../index'
import { readSeam, type SeamOptions } from '../seam'
import { reason } from './errors'
import type { MaskSource } from './missing-pixels'
import { type OutputOptions, type OutputSettings, outputSettings } from './output-options'

/** What the shell said, as commander hands it on. */
export interface Options extends OutputOptions, SeamOptions {
  readonly mask?: string
  readonly maskColor?: readonly number[]
  readonly maskTolerance?: number
  readonly maskThreshold?: number
  readonly invertMask?: true
  readonly method?: string
  readonly radius?: number
}

/** What is to be done, checked as far as that goes without looking at a file. */
export interface Settings extends OutputSettings {
  /** A file or a folder, as is the mask's path. */
  readonly photo: string
  readonly mask: MaskSource
  readonly maskThreshold: number
  readonly invertMask: boolean
  readonly method: MethodName
  readonly radius: number | undefined
  readonly seam: SeamOptions
}

export function settingsFrom(photo: string, mask: string | undefined, options: Options): Settings {
  const { maskThreshold = 0, method = 'auto', radius, dilate, feather } = options
  const output = outputSettings(options)
  checkMethod(method, radius)
  if (radius !== undefined && withoutRadius.has(method)) {
    throw new Error(`--radius: the method ${method} has none, it looks as far as it has to`)
  }
  const seam = asOption(() => readSeam({ dilate, feather }))
  return {
    photo,
    mask: maskSource(mask, options),
    maskThreshold,
    invertMask: options.invertMask ?? false,
    method,
    radius,
    seam,
    ...output,
  }
}

/** In a program one may pass a radius along whatever the method; typed by hand it is a misunderstanding. */
const withoutRadius: ReadonlySet<MethodName> = new Set([
  'harmonic',
  'biharmonic',
  'navier-stokes',
  'exemplar',
])

function maskSource(argument: string | undefined, options: Options): MaskSource {
  const { mask = argument, maskColor: color, maskTolerance, maskThreshold } = options
  const given = [argument, options.mask, color].filter((source) => source !== undefined)
  if (given.length !== 1) {
    throw new Error(
      `expected one mask, either a file, --mask or --mask-color, got ${given.length || 'none'}`,
    )
  }
  if (color) {
    if (maskThreshold !== undefined) {
      throw new Error('--mask-threshold: goes with a mask file or --mask alpha, not with a colour')
    }
    return { kind: 'color', color, tolerance: maskTolerance ?? 0 }
  }
  if (maskTolerance !== undefined) {
    throw new Error('--mask-tolerance: goes with --mask-color, and there is none')
  }
  return options.mask === 'alpha' ? { kind: 'alpha' } : { kind: 'file', path: mask as string }
}

/** Repairs one grey pixel: so the library itself says what is wrong, before any file is looked at. */
function checkMethod(method: string, radius?: number): asserts method is MethodName {
  const image = { data: new Uint8Array(2), width: 2, height: 1 }
  asOption(() => inpaint(image, [0, 1], { method: method as MethodName, radius }))
}

/** What the library says of its options, said of the command line's. */
function asOption<Result>(check: () => Result): Result {
  try {
    return check()
  } catch (error) {
    throw new Error(`--${reason(error)}`, { cause: error })
  }
}

/** For commander: reads `ff00ff`, also with a `#`, also as `f0f`. */
export function hexColor(text: string): number[] {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text)?.[1]
  if (!digits) throw new Error(`--mask-color: expected a colour such as ff00ff, got '${text}'`)
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16))
}
