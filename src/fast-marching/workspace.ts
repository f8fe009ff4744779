import { createLayout, type Layout } from './lay-out'
import { createNeighbours, type Neighbours } from './neighbours'

/**
 * The memory fast-marching methods work in.
 *
 * V8 compiles an access to a typed array as if its address and length were constants, if the array
 * is a `const` of a function that was called only once. That makes the kernels about twice as fast.
 * So one workspace is reserved when it is first needed and kept, the kernels are made once on top
 * of it, and all they touch is in their own scope. Larger holes are filled through windows on it.
 */
export interface Workspace extends Layout {
  readonly neighbours: Neighbours
  /** For a kernel's own copy of the distances; it takes the queue's memory, which is free by then. */
  readonly knownT: Float32Array
  /** 8-bit samples and their gradients, a plane per channel. */
  readonly I: Uint8ClampedArray
  readonly gradX: Float32Array
  readonly gradY: Float32Array
  /** The same memory for all other images: samples and gradients in double precision. */
  readonly I64: Float64Array
  readonly gradX64: Float64Array
  readonly gradY64: Float64Array
  /** What was made on this workspace, by the function that makes it. */
  readonly made: Map<unknown, unknown>
}

/** Room for a patch of 1024 x 1024 RGB: 62 MB, which cost nothing until touched. */
const reservedPixels = 1_110_000
const reservedBytes = 30_000_000

/** What a kernel works with: 8-bit samples, or doubles. */
export type Precision = 'bytes' | 'doubles'

let reserved: Workspace | undefined
let reservedIsOpen = false

/** So many pixels of so many channels fit into the reserved workspace. */
export function reservedRoom(channels: number, precision: Precision): number {
  const bytesPerPixel = bytesPerSample[precision] * channels
  return Math.min(reservedPixels, Math.floor(reservedBytes / bytesPerPixel))
}

/**
 * Calls `work` with room for so many pixels.
 *
 * It gets the reserved workspace, or one of its own where that is too small or another call is under
 * way, from whose `onProgress` this one comes.
 */
export function withWorkspace(
  pixels: number,
  channels: number,
  precision: Precision,
  work: (workspace: Workspace) => void,
): void {
  if (reservedIsOpen || pixels > reservedRoom(channels, precision)) {
    work(createWorkspace(pixels, pixels * channels * bytesPerSample[precision]))
    return
  }
  reserved ??= createWorkspace(reservedPixels, reservedBytes)
  reservedIsOpen = true
  try {
    work(reserved)
  } finally {
    reservedIsOpen = false
  }
}

/** A sample and its gradient. */
const bytesPerSample = { bytes: 1 + 2 * 4, doubles: 3 * 8 }

/** What `create` makes on a workspace, a march or kernels: made once, or V8 would not compile it as it should. */
export function madeOn<Made>(workspace: Workspace, create: (workspace: Workspace) => Made): Made {
  const { made } = workspace
  if (!made.has(create)) made.set(create, create(workspace))
  return made.get(create) as Made
}

function createWorkspace(pixels: number, bytes: number): Workspace {
  const layout = createLayout(pixels)
  const memory = new ArrayBuffer(bytes)
  // All as long as each other: one check of an index serves them all.
  const bytePlane = Math.floor(bytes / bytesPerSample.bytes)
  const doublePlane = Math.floor(bytes / bytesPerSample.doubles)
  return {
    ...layout,
    knownT: new Float32Array(layout.next.buffer),
    neighbours: createNeighbours(layout),
    gradX: new Float32Array(memory, 0, bytePlane),
    gradY: new Float32Array(memory, 4 * bytePlane, bytePlane),
    I: new Uint8ClampedArray(memory, 8 * bytePlane, bytePlane),
    I64: new Float64Array(memory, 0, doublePlane),
    gradX64: new Float64Array(memory, 8 * doublePlane, doublePlane),
    gradY64: new Float64Array(memory, 16 * doublePlane, doublePlane),
    made: new Map(),
  }
}
