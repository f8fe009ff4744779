import { boundaries } from '../../deconvolution/boundary'
import type { Boundary, MethodName, MethodOptions } from '../../deconvolution/index'
import { methodNamed } from '../../deconvolution/methods'
import { checkOneOf } from '../../image/check'
import { reason } from '../errors'
import type { MaskSource } from '../missing-pixels'
import { type OutputOptions, type OutputSettings, outputSettings } from '../output-options'
import { type PsfSource, psfSource } from './psf-source'

/** What the shell said, as commander hands it on. */
export interface DeblurOptions extends OutputOptions {
  readonly psf?: string
  readonly method?: string
  readonly noise?: number
  readonly balance?: number
  readonly iterations?: number
  readonly boundary?: string
  readonly mask?: string
  readonly maskThreshold?: number
  readonly invertMask?: true
}

/** What is to be done, checked as far as that goes without looking at a file. */
export interface DeblurSettings extends OutputSettings {
  /** A file or a folder, as is the mask's path. */
  readonly photo: string
  readonly psf: PsfSource
  /** The PSF's, if it comes from a file. */
  readonly psfFile: string | undefined
  readonly method: MethodName
  readonly methodOptions: MethodOptions
  readonly boundary: Boundary | undefined
  readonly mask: (MaskSource & { readonly kind: 'file' }) | undefined
  readonly maskThreshold: number
  readonly invertMask: boolean
}

/** In the order of the help. */
export const methodNames: readonly MethodName[] = [
  'total-variation',
  'hyper-laplacian',
  'wiener',
  'unsupervised-wiener',
  'tikhonov',
  'richardson-lucy',
  'inverse',
]

export function deblurSettingsFrom(photo: string, options: DeblurOptions): DeblurSettings {
  const { mask, maskThreshold, invertMask = false, boundary } = options
  const output = outputSettings(options)
  const psf = psfSource(options.psf)
  const { method, methodOptions } = methodFrom(options)
  if (boundary !== undefined) checkBoundary(boundary)
  if (mask === undefined) {
    if (maskThreshold !== undefined) throw new Error('--mask-threshold: goes with --mask')
    if (invertMask) throw new Error('--invert-mask: goes with --mask')
  }
  return {
    photo,
    psf,
    psfFile: psf.kind === 'file' ? psf.path : undefined,
    method,
    methodOptions,
    boundary,
    mask: mask === undefined ? undefined : { kind: 'file', path: mask },
    maskThreshold: maskThreshold ?? 0,
    invertMask,
    ...output,
  }
}

/** The library itself says what is wrong, before any file is looked at. */
function methodFrom(options: DeblurOptions): Pick<DeblurSettings, 'method' | 'methodOptions'> {
  const { method: name = 'total-variation', noise, balance, iterations } = options
  const given = Object.entries({ noise, balance, iterations }).filter(
    ([, value]) => value !== undefined,
  )
  try {
    const method = methodNamed(name)
    for (const [option] of given) {
      if (method.optionNames.includes(option)) continue
      const takers = methodNames.filter((other) => methodNamed(other).optionNames.includes(option))
      throw new Error(`${option}: goes with ${takers.join(', ')}, not with ${name}`)
    }
    const methodOptions: MethodOptions = Object.fromEntries(given)
    method.check(methodOptions)
    return { method: name as MethodName, methodOptions }
  } catch (error) {
    throw new Error(`--${reason(error)}`, { cause: error })
  }
}

function checkBoundary(boundary: string): asserts boundary is Boundary {
  checkOneOf('--boundary', boundary, boundaries)
}
