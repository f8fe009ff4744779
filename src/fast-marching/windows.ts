import { linkRows } from '../link-rows'
import { bitRuns, createBitmap, dilate } from '../mask/bitmap'
import { type AnyPatch, outlinePatch } from '../patch'
import { FAR } from './eikonal'
import type { MarchingMethod, PatchSamples } from './fill'
import { createLayout, type Layout } from './lay-out'
import { createMarch } from './march'
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
 * copied back. What else is in the hole does not matter to them.
 *
 * @param room Pixels that fit into `window`, `leastRoom` or more.
 * @param window Where a window is laid out.
 */
export function fillThroughWindows(
  patch: AnyPatch,
  { outside, reach }: MarchingMethod,
  room: number,
  window: Layout,
  fillWindow: FillWindow,
): void {
  const { size, channels, samples, runs, imageWidth, imageHeight } = patch
  const layout = createLayout(size)
  const count = createMarch(layout)(patch, outside)
  // The march is over, and its tables of rows are free.
  const { state, T, order, up: bitOf, down: placeOf } = layout
  const bitmap = createBitmap(imageWidth, imageHeight)
  const { words, stride } = bitmap
  for (let r = 0; r < runs.length; r += 4) {
    for (let x = runs[r + 1]; x < runs[r + 2]; x++) {
      bitOf[x + runs[r + 3]] = 32 * runs[r] * stride + x
    }
  }
  // Only room for a window's samples, of the same kind.
  const part = samples.slice(0, room * channels)
  sortByStages(patch, layout, count, reach, 32 * stride)
  for (let start = 0, most = room; start < count; ) {
    const next = order.subarray(start, Math.min(start + most, count))
    words.fill(0)
    for (const p of next) words[bitOf[p] >> 5] |= 1 << bitOf[p]
    const outline = outlinePatch(bitRuns(dilate(bitmap, reach)), imageWidth, reach)
    // Their surroundings grow about as their number does.
    most = Math.floor((0.9 * next.length * room) / outline.size) || 1
    if (outline.size > room) continue
    window.state.fill(0)
    window.T.fill(FAR)
    linkRows(outline, window)
    for (let r = 0, within = 0; r < outline.runs.length; r += 4) {
      const [y, first, last, shift] = outline.runs.subarray(r, r + 4)
      // Every run of a window is part of one of the patch.
      while (runs[within] < y || runs[within + 2] < last) within += 4
      const from = first + runs[within + 3]
      const end = last + runs[within + 3]
      let to = first + shift
      window.state.set(state.subarray(from, end), to)
      window.T.set(T.subarray(from, end), to)
      for (let c = 0; c < channels; c++) {
        part.set(samples.subarray(c * size + from, c * size + end), c * outline.size + to)
      }
      for (let i = from; i < end; i++) placeOf[i] = to++
    }
    for (let i = 0; i < next.length; i++) window.order[i] = placeOf[next[i]]
    const planes = fillWindow({ size: outline.size, channels, samples: part }, next.length, start)
    for (const p of next) {
      start++
      state[p] ^= KNOWN | UNKNOWN
      for (let c = 0; c < channels; c++) {
        samples[c * size + p] = planes[c * outline.size + placeOf[p]]
      }
    }
  }
}

/**
 * More room than a window onto one pixel takes: 203 x 203 pixels at the largest reach, and as many numbers
 * that are none before them and where a run ends at an edge of the image.
 */
export const leastRoom = 100_000

/**
 * Sorts `order` so that pixels near each other come together, and yet each after those within its
 * reach that came before it: to a kernel, that is the same order.
 *
 * Where pixels are scattered, a march goes through the whole image once for every distance; sorted,
 * it goes through it once. A pixel's stage follows from its row and its distance, in cells of
 * `reach` x `reach` pixels: by distance, since fronts that go up or down would otherwise have to wait for all that
 * is above them. It is no earlier than that of any pixel before it in its cell or the eight around.
 */
function sortByStages(
  { imageWidth, imageHeight }: AnyPatch,
  { T, order, up: bitOf, band: stageOf, next: before }: Layout,
  count: number,
  reach: number,
  rowBits: number,
): void {
  // An empty cell past each edge.
  const bits = 32 - Math.clz32(reach)
  const across = (imageWidth >> bits) + 3
  const stages = new Int32Array(across * ((imageHeight >> bits) + 3))
  const places = new Int32Array((imageHeight >> bits) + T[order[count - 1]] + 3)
  for (let i = 0; i < count; i++) {
    const p = order[i]
    const y = ((bitOf[p] / rowBits) >> bits) + 1
    const cell = y * across + ((bitOf[p] % rowBits) >> bits) + 1
    let stage = (y + T[p]) >> 3
    for (let at = cell - across; at <= cell + across; at += across) {
      stage = Math.max(stage, stages[at - 1], stages[at], stages[at + 1])
    }
    stages[cell] = stage
    stageOf[i] = stage
    places[stage + 1]++
  }
  for (let k = 1; k < places.length; k++) places[k] += places[k - 1]
  before.set(order)
  for (let i = 0; i < count; i++) order[places[stageOf[i]]++] = before[i]
}
