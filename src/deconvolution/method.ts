import type { Complex } from '../fft/index'
import type { Boundary } from './boundary'
import type { Psf } from './psf/psf'

/**
 * What every channel's deconvolution has in common, on a plane whose left and right, and top and
 * bottom, are joined: the picture and whatever its boundary takes around it.
 */
export interface Scene {
  readonly width: number
  readonly height: number
  /** Where there may be light: columns and rows from the top left. All of the plane, or, with the boundary `'zero'`, the frame. */
  readonly litWidth: number
  readonly litHeight: number
  readonly psf: Psf
  /** The PSF's transfer function on that plane. */
  readonly otf: Complex
  /** 1 where samples are known, 0 where not; absent where all are. */
  readonly weights?: Float64Array
  /** The standard deviation of the picture's known samples, where the method measures by it; else 1. */
  readonly contrast: number
}

/** Who hears how a solver gets on. Both may throw, when the caller has aborted. */
export interface Listener {
  /** The share of this channel's work that is done. */
  readonly progress: (fraction: number) => void
  /**
   * The number of iterations so far, and the root mean square of `H x - y` over the known samples.
   * Absent where nobody wants to know.
   */
  readonly iteration?: (iterations: number, residual: number) => void
}

/** Deconvolves one channel, in its own memory or in `data`'s. Unknown samples of `data` are smooth guesses. */
export type Solver = (data: Float64Array, listener: Listener) => Float64Array

/** A way to deconvolve. */
export interface Method<Options> {
  readonly prepare: (scene: Scene, options: Options) => Solver
  /** Whether it measures samples by the picture's contrast. */
  readonly needsContrast?: boolean
  /** The boundary of a call that names none. */
  readonly boundary: Boundary
  /** The names of its own options. */
  readonly optionNames: readonly string[]
  /** Throws where one of its own options is wrong. */
  readonly check: (options: Options) => void
}
