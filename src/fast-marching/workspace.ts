import { type BucketQueue, createBucketQueue } from './bucket-queue'
import { createNeighbours, type Neighbours } from './neighbours'

/**
 * The memory fast-marching methods work in.
 *
 * V8 compiles an access to a typed array as if its address and length were constants, if the array
 * is a `const` of a function that was called only once. That makes the kernels about twice as fast.
 * So one workspace is reserved when it is first needed and kept, the kernels are made once on top
 * of it, and all they touch is in their own scope.
 */
export interface Workspace {
  /** Whether this is the one that lives on. */
  readonly isReserved: boolean
  /** One entry per pixel of a crop: bits of `pixel-state.ts`. */
  readonly state: Uint8Array
  /** Distance from the band, `FAR` where there is none yet. */
  readonly T: Float32Array
  readonly queue: BucketQueue
  readonly order: Int32Array
  readonly neighbours: Neighbours
  /** Samples, and two quantities made of their gradients, one plane per channel. */
  readonly I: Float32Array
  readonly gradX: Float32Array
  readonly gradY: Float32Array
  /** The same memory as doubles, for images that are not 8-bit: room for half as many samples. */
  readonly I64: Float64Array
  readonly gradX64: Float64Array
  readonly gradY64: Float64Array
}

/** Room for a crop of 1024 x 1024 RGB and its margins: 59 MB, which cost nothing until touched. */
const reservedPixels = 1_500_000
const reservedSamples = 3_300_000

let reserved: Workspace | undefined
let reservedIsOpen = false

/**
 * Calls `work` with room for a crop of so many pixels and samples (in doubles: twice as many).
 *
 * It gets the reserved workspace, or one of its own where the crop is too large for that or another
 * call is under way, from whose `onProgress` this one comes.
 */
export function withWorkspace(
  pixels: number,
  samples: number,
  work: (workspace: Workspace) => void,
): void {
  if (reservedIsOpen || pixels > reservedPixels || samples > reservedSamples) {
    work(createWorkspace(pixels, samples, false))
    return
  }
  reserved ??= createWorkspace(reservedPixels, reservedSamples, true)
  reservedIsOpen = true
  try {
    work(reserved)
  } finally {
    reservedIsOpen = false
  }
}

function createWorkspace(pixels: number, samples: number, isReserved: boolean): Workspace {
  const T = new Float32Array(pixels)
  const state = new Uint8Array(pixels)
  const even = samples + (samples & 1)
  const I = new Float32Array(even)
  const gradX = new Float32Array(even)
  const gradY = new Float32Array(even)
  return {
    isReserved,
    state,
    T,
    queue: createBucketQueue(T),
    order: new Int32Array(pixels),
    neighbours: createNeighbours(state),
    I,
    gradX,
    gradY,
    I64: new Float64Array(I.buffer),
    gradX64: new Float64Array(gradX.buffer),
    gradY64: new Float64Array(gradY.buffer),
  }
}
