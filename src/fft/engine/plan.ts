import type { Complex } from '../complex'
import type { DirectPlan } from './direct'
import type { Layout } from './layout'

/**
 * Transforms a batch, forward: from memory laid out as `from` says to memory laid out as `to` says,
 * which may be the same, dividing the result by `divisor`.
 *
 * The inverse is the same with real and imaginary parts swapped on both sides.
 */
export type Transform = (
  fromRe: Float64Array,
  fromIm: Float64Array,
  fromAt: number,
  from: Layout,
  toRe: Float64Array,
  toIm: Float64Array,
  toAt: number,
  to: Layout,
  batch: number,
  divisor: number,
) => void

/**
 * Transforms two real rows of an image as the parts of one complex row, and writes twice the half
 * spectrum of each, one after the other.
 *
 * @param rows Has the distance from one row to the next as its `shift`.
 */
export type TransformRows = (
  image: Float64Array,
  at: number,
  rows: Layout,
  toRe: Float64Array,
  toIm: Float64Array,
  toAt: number,
) => void

/** Transforms a real image to its half spectrum. */
export type TransformImage = (image: Float64Array, toRe: Float64Array, toIm: Float64Array) => void

/** What turns a transform of prime length n into a cyclic convolution of length n - 1. */
export interface Convolution {
  /** Which of the n numbers is the convolution's first, second, ... */
  readonly order: Int32Array
  /** Which result of the transform is the convolution's first, second, ... */
  readonly back: Int32Array
  /** What to multiply the spectrum by. */
  readonly kernel: Complex
}

/** A transform of prime length, by the plan of the convolution's. */
export type TransformPrime = (
  convolution: Convolution,
  fromRe: Float64Array,
  fromIm: Float64Array,
  fromAt: number,
  from: Layout,
  toRe: Float64Array,
  toIm: Float64Array,
  toAt: number,
  to: Layout,
  divisor: number,
) => void

/** What `convolveColumns` does, at once. */
export type Convolve = (
  image: Complex,
  at: number,
  columns: Layout,
  batch: number,
  by: Complex,
  byAt: number,
  byStride: number,
  sign: 1 | -1,
  divisor: number,
) => void

/** All that is prepared for transforms of one length. */
export interface Plan {
  readonly n: number
  readonly transform: Transform
  /** Of a transform inside the workspace whose last pass writes to the caller, for rows of an image and for its columns. */
  readonly passes?: { readonly ofRows: DirectPlan; readonly ofColumns: DirectPlan }
  /** For real images; not every length has it. */
  readonly transformRows?: TransformRows
  /** For a length one more than this. Not every length has it, nor the next. */
  readonly transformPrime?: TransformPrime
  readonly convolve?: Convolve
  /** Memory of its own, in doubles. */
  readonly doubles: number
}
