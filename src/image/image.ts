/** The typed arrays an image's samples may live in; a Node `Buffer` is a `Uint8Array`. */
export type Samples =
  | Uint8Array
  | Uint8ClampedArray
  | Uint16Array
  | Int16Array
  | Float32Array
  | Float64Array

/**
 * Row-major samples with interleaved channels: an `ImageData`, a jimp bitmap, an image-js raw image.
 * `channels` follows from the length of `data` when absent.
 */
export interface RawImage {
  readonly data: Samples
  readonly width: number
  readonly height: number
  readonly channels?: number
}

/** What sharp resolves with: `await sharp(file).raw().toBuffer({ resolveWithObject: true })`. */
export interface SharpImage {
  readonly data: Samples
  readonly info: { readonly width: number; readonly height: number; readonly channels: number }
}

/** A scijs `ndarray` of shape `[height, width]` or `[height, width, channels]`, with any stride and offset. */
export interface NdarrayImage {
  readonly data: Samples
  readonly shape: number[]
  readonly stride: number[]
  readonly offset: number
}

/** Every image isophote takes. The result of a call is of the same kind as its input. */
export type Image = RawImage | SharpImage | NdarrayImage
