export type { Image, NdarrayImage, RawImage, Samples, SharpImage } from '../image/image'
export type { Progress } from '../progress'
export { type FillTransparentOptions, fillTransparent } from './fill-transparent'
