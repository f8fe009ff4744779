/** Complex numbers as two planes: real parts in one array, imaginary parts in another as long. */
export interface Complex {
  readonly re: Float64Array
  readonly im: Float64Array
}

/** Numbers in any kind of array. A `Float64Array` is used as it is; others are converted first. */
export type Numbers =
  | Float64Array
  | Float32Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | readonly number[]

/** Complex numbers as an input: two planes, or one array of real and imaginary parts in turns. */
export type ComplexNumbers =
  | { readonly re: Numbers; readonly im: Numbers }
  | { readonly interleaved: Numbers }
