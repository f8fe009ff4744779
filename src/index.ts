export type { Fill, Hole } from './custom-method'
export { deconvolve } from './deconvolution/deconvolve'
export type { DeconvolveOptions } from './deconvolution/prepare'
export type { PsfSource } from './deconvolution/psf/from'
export { psf } from './deconvolution/psf/index'
export type { Psf } from './deconvolution/psf/psf'
export {
  type FillTransparentOptions,
  fillTransparent,
} from './fill-transparent/fill-transparent'
export type { Image, NdarrayImage, RawImage, Samples, SharpImage } from './image/image'
export type { SampleType } from './image/sample-type'
export { type InpaintOptions, inpaint } from './inpaint'
export type { Mask, MaskData, MaskOptions } from './mask/mask'
export type { FillOptions } from './method'
export { type MethodName, methodNames } from './methods'
export { type PlannedHole, plan } from './plan'
export type { Progress } from './progress'
export type { RepairOptions } from './repair'
