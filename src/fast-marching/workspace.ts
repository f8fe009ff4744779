import { createBucketQueue } from './bucket-queue'
import type { Grid } from './march'

/** The arrays fast-marching methods work in. */
export interface Workspace extends Omit<Grid, 'width'> {
  /** The fill order of a hole. */
  readonly order: Int32Array
  /** Samples and their gradients, one plane per channel. */
  readonly I: Float32Array
  readonly gradX: Float32Array
  readonly gradY: Float32Array
}

export function createWorkspace(pixels: number, samples: number): Workspace {
  const T = new Float32Array(pixels)
  return {
    state: new Uint8Array(pixels),
    T,
    queue: createBucketQueue(T),
    order: new Int32Array(pixels),
    I: new Float32Array(samples),
    gradX: new Float32Array(samples),
    gradY: new Float32Array(samples),
  }
}
