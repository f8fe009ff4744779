export type { Image, NdarrayImage, RawImage, Samples, SharpImage } from '../image/image'
export type { Mask, MaskData } from '../mask/mask'
export { type CannyOptions, canny, type EdgeMap, type EdgeThresholds } from './canny'
export { completeEdges } from './complete-edges'
