import type { MethodName as DeconvolutionMethod } from '../deconvolution/methods'
import type { PsfSource } from '../deconvolution/psf/from'
import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'
import type { MethodName } from '../methods'
import { type DeconvolveAsyncOptions, deconvolveOn } from './deconvolve-on'
import type * as door from './index'
import { type InpaintAsyncOptions, inpaintOn } from './inpaint-on'
import { node } from './thread-node'

// What Node gets for `isophote/worker`; the types and the documentation are those of `index.ts`.

export const inpaintAsync: typeof door.inpaintAsync = <I extends Image>(
  image: I,
  mask?: Mask | null,
  radiusOrOptions?: number | InpaintAsyncOptions,
  method?: MethodName,
  lastOptions?: InpaintAsyncOptions,
) => inpaintOn(node, image, mask, radiusOrOptions, method, lastOptions)

export const deconvolveAsync: typeof door.deconvolveAsync = <I extends Image>(
  image: I,
  psf: PsfSource,
  methodOrOptions?: DeconvolutionMethod | DeconvolveAsyncOptions,
  lastOptions?: DeconvolveAsyncOptions,
) => deconvolveOn(node, image, psf, methodOrOptions, lastOptions)
