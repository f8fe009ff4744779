import { linkRows } from '../link-rows'
import { bitRuns, createBitmap, dilate, setBit } from '../mask/bitmap'
import { type AnyPatch, outlinePatch, type PatchOutline, type Planes } from '../patch'
import { FAR } from './eikonal'
import type { PatchSamples } from './fill'
import type { Layout } from './lay-out'
import { KNOWN, UNKNOWN } from './pixel-state'

/** Fills the pixels of a window in the layout's `order`, after `done` others; returns their planes. */
type FillWindow = (
  window: PatchSamples,
  pixels: number,
  done: number,
) => Uint8ClampedArray | Float64Array

/**
 * Fills a large hole in a small room. As many pixels as come next in order are taken together, with
 * all that is within reach of them: a window, which is laid out and filled like any patch, and
 * copied back. What else is in the hole does not matter to them. Fronts move evenly, so windows are rings
 * in a thick hole, and strips where the missing pixels are scattered: little is copied twice.
 *
 * @param layout Of the patch, the march being over; its tables of rows are written over.
 * @param count How many pixels there are in the layout's `order`.
 * @param room Pixels that fit into `window`, `leastRoom` or more.
 * @param window Where a window is laid out.
 */
export function fillThroughWindows(
  patch: AnyPatch,
  layout: Layout,
  count: number,
  reach: number,
  room: number,
  window: Layout,
  fillWindow: FillWindow,
): void {
  const { size, channels } = patch
  const { state, order, up: runOf, down: placeOf } = layout
  const isBytes = patch.samples.BYTES_PER_ELEMENT === 1
  noteRuns(patch, runOf)
  // One for all windows: fresh memory takes longer than what is done in it.
  const memory = isBytes ? new Uint8Array(room * channels) : new Float64Array(room * channels)
  let start = 0
  for (let most = room; start < count; ) {
    const next = order.subarray(start, Math.min(start + most, count))
    const outline = outlineAround(next, patch, runOf, reach)
    // Their surroundings grow about as their number does.
    most = Math.floor((0.9 * next.length * room) / outline.size) || 1
    if (outline.size > room) continue
    const samples = memory.subarray(0, outline.size * channels)
    copyPixels(patch, layout, outline, window, placeOf, samples)
    for (let i = 0; i < next.length; i++) window.order[i] = placeOf[next[i]]
    const planes = fillWindow({ size: outline.size, channels, samples }, next.length, start)
    for (let i = 0; i < next.length; i++) {
      state[next[i]] ^= KNOWN | UNKNOWN
      for (let c = 0; c < channels; c++) {
        patch.samples[c * size + next[i]] = planes[c * outline.size + window.order[i]]
      }
    }
    start += next.length
  }
}

/**
 * More room than a window onto one pixel takes: 203 x 203 pixels at the largest reach, and as many numbers
 * that are none before them and where a run ends at an edge of the image.
 */
export const leastRoom = 100_000

/** Writes down for each pixel of a patch which of its runs it is in. */
function noteRuns({ runs }: AnyPatch, runOf: Int32Array): void {
  for (let r = 0; r < runs.length; r += 4) {
    runOf.fill(r, runs[r + 1] + runs[r + 3], runs[r + 2] + runs[r + 3])
  }
}

/** Outlines what lies within reach of some missing pixels of a patch. */
function outlineAround(
  pixels: Int32Array,
  { runs, imageWidth, imageHeight }: AnyPatch,
  runOf: Int32Array,
  reach: number,
): PatchOutline {
  let first = runs.length
  let last = 0
  for (let i = 0; i < pixels.length; i++) {
    first = Math.min(first, runOf[pixels[i]])
    last = Math.max(last, runOf[pixels[i]])
  }
  const top = Math.max(runs[first] - reach, 0)
  const bottom = Math.min(runs[last] + reach, imageHeight - 1)
  const bitmap = createBitmap(imageWidth, bottom - top + 1)
  for (let i = 0; i < pixels.length; i++) {
    const r = runOf[pixels[i]]
    const x = pixels[i] - runs[r + 3]
    setBit(bitmap, x, runs[r] - top)
  }
  const region = bitRuns(dilate(bitmap, reach))
  for (let r = 0; r < region.length; r += 3) region[r] += top
  return outlinePatch(region, imageWidth, reach)
}

/** Lays a window out, writes down where in it the pixels of the patch are, and copies their samples. */
function copyPixels(
  patch: AnyPatch,
  layout: Layout,
  outline: PatchOutline,
  window: Layout,
  placeOf: Int32Array,
  samples: Planes,
): void {
  const { size, runs } = outline
  window.state.fill(0, 0, size)
  window.T.fill(FAR, 0, size)
  linkRows(outline, window)
  for (let r = 0, within = 0; r < runs.length; r += 4) {
    // Every run of a window is part of one of the patch.
    while (patch.runs[within] < runs[r] || patch.runs[within + 2] < runs[r + 2]) within += 4
    let to = runs[r + 1] + runs[r + 3]
    let i = runs[r + 1] + patch.runs[within + 3]
    for (const end = runs[r + 2] + patch.runs[within + 3]; i < end; i++, to++) {
      window.state[to] = layout.state[i]
      window.T[to] = layout.T[i]
      placeOf[i] = to
      for (let c = 0; c < patch.channels; c++) {
        samples[c * size + to] = patch.samples[c * patch.size + i]
      }
    }
  }
}
