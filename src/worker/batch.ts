import type { PatchGuidance } from '../guide/patch-guidance'
import type { Picture } from '../image/picture'
import type { Bitmap } from '../mask/bitmap'
import type { MethodName, MethodOptions } from '../methods'
import { type AnyPatch, cutPatch, type Patch, type PatchOutline, type Planes } from '../patch'
import type { Work } from '../repair'
import type { Memory } from './memory'

/** What a worker has to know beside the pixels: names and numbers, which is all that can travel. */
export interface Instructions {
  readonly method: MethodName
  readonly options: MethodOptions & { readonly radius: number }
  /** How many pixels to fill before telling so. */
  readonly pixelsPerReport: number
  /** Whether somebody may look at what there is before it is done. */
  readonly wantsPreviews: boolean
}

/**
 * Some patches on their way to a worker and back. The arrays of all of them lie one behind another
 * in one buffer, which is shared or transferred: ten thousand specks of dust are a few messages, and no copy.
 */
export interface Batch extends Pick<Patch, 'channels' | 'type' | 'imageWidth' | 'imageHeight'> {
  readonly instructions: Instructions
  /** Three numbers for each patch: the lengths of its `runs` and `missing`, and its `size`. */
  readonly lengths: Int32Array
  readonly runs: Int32Array
  readonly missing: Int32Array
  readonly samples: Planes
  /** One for each patch, of a call that is guided. */
  readonly guidances?: readonly PatchGuidance[]
}

export function cutBatch(
  picture: Picture,
  bitmap: Bitmap,
  outlines: readonly PatchOutline[],
  newPlanes: Work['newPlanes'],
  instructions: Instructions,
  memory: Memory,
  guidance?: (patch: Patch) => PatchGuidance,
): Batch {
  const { type, channels, width: imageWidth, height: imageHeight } = picture
  const size = outlines.reduce((sum, outline) => sum + outline.size, 0)
  const runNumbers = outlines.reduce((sum, outline) => sum + outline.runs.length, 0)
  const { BYTES_PER_ELEMENT } = newPlanes(0)
  const sampleBytes = size * channels * BYTES_PER_ELEMENT
  const bytes = sampleBytes + 4 * (1 + outlines.length * 3 + runNumbers + size)
  const buffer = memory(bytes, BYTES_PER_ELEMENT > 1)
  const samples = newPlanes(buffer).subarray(0, size * channels)
  const indices = new Int32Array(buffer).subarray(Math.ceil(sampleBytes / 4))
  const lengths = indices.subarray(0, outlines.length * 3)
  const runs = indices.subarray(lengths.length, lengths.length + runNumbers)
  const missing = indices.subarray(lengths.length + runNumbers)
  const guidances: PatchGuidance[] | undefined = guidance && []

  let l = 0
  let r = 0
  let m = 0
  let s = 0
  for (const outline of outlines) {
    const patch = cutPatch(picture, bitmap, outline, missing.subarray(m), samples.subarray(s))
    if (guidance) guidances?.push(guidance(patch as Patch))
    runs.set(patch.runs, r)
    lengths.set([patch.runs.length, patch.missing.length, patch.size], l)
    l += 3
    r += patch.runs.length
    m += patch.missing.length
    s += patch.samples.length
  }
  const shape = { type, channels, imageWidth, imageHeight }
  return { instructions, ...shape, lengths, runs, missing, samples, guidances }
}

/** The patches of a batch, in its own memory. */
export function patchesOf(batch: Batch): AnyPatch[] {
  const { channels, type, imageWidth, imageHeight, lengths } = batch
  const patches: AnyPatch[] = []
  let r = 0
  let m = 0
  let s = 0
  for (let l = 0; l < lengths.length; l += 3) {
    const size = lengths[l + 2]
    const runs = batch.runs.subarray(r, r + lengths[l])
    const missing = batch.missing.subarray(m, m + lengths[l + 1])
    const samples = batch.samples.subarray(s, s + size * channels)
    patches.push({ channels, type, imageWidth, imageHeight, runs, size, missing, samples })
    r += runs.length
    m += missing.length
    s += samples.length
  }
  return patches
}
