import type { AnyPatch } from '../patch'
import { createBucketQueue } from './bucket-queue'
import { createLayout, type Layout, layOut } from './lay-out'
import { createMarch, type March } from './march'
import { KNOWN, UNKNOWN } from './pixel-state'
import type { PatchSamples } from './visit-known'
import { fillThroughWindows, roomOfOne } from './windows'
import { type Precision, reservedRoom, type Workspace, withWorkspace } from './workspace'

/** Fills one pixel in every channel and makes it known. */
export type FillPixel = (p: number) => void

/** A kernel's two parts: what it does once for a patch, and what for each pixel. */
export interface PixelKernel<Settings extends unknown[]> {
  readonly begin: (...settings: Settings) => void
  readonly fill: FillPixel
}

/** What tells one fast marching method from another. */
export interface MarchingMethod {
  readonly precision: Precision
  /** How far from a missing pixel its kernel reads. */
  readonly reach: number
  /** Up to what distance known pixels get theirs too, negative; 0 for none. */
  readonly outside: number
  /** Sets the kernel up, the pixels being laid out and their distances known. */
  readonly prepare: (workspace: Workspace, patch: PatchSamples) => FillPixel
  /** Told now and then how many pixels are filled. */
  readonly report: (pixels: number) => void
}

/**
 * The way of every fast marching method: the missing pixels are put in the order of their distance,
 * then a kernel fills them one by one, in a hole too large for the workspace through windows.
 */
export function fillByMarching(patch: AnyPatch, method: MarchingMethod): void {
  const { size, channels } = patch
  const { precision, reach } = method
  const room = reservedRoom(channels, precision)
  if (size <= room) {
    withWorkspace(size, channels, precision, (workspace) => {
      const count = putInOrder(patch, workspace, workspace.march, method)
      fillInOrder(workspace, patch, count, 0, method)
      const { samples } = patch
      samples.set((precision === 'bytes' ? workspace.I : workspace.I64).subarray(0, samples.length))
    })
    return
  }
  const layout = createLayout(size)
  const march = createMarch(layout, createBucketQueue(layout.T))
  const count = putInOrder(patch, layout, march, method)
  const windowRoom = Math.max(room, roomOfOne(reach))
  withWorkspace(windowRoom, channels, precision, (workspace) => {
    fillThroughWindows(
      patch,
      layout,
      count,
      reach,
      windowRoom,
      workspace,
      (window, pixels, done) => {
        fillInOrder(workspace, window, pixels, done, method)
        return precision === 'bytes' ? workspace.I : workspace.I64
      },
    )
  })
}

/** Lists the missing pixels in the layout's `order`, and returns their number. */
function putInOrder(
  patch: AnyPatch,
  layout: Layout,
  march: March,
  { outside }: MarchingMethod,
): number {
  const { T, order } = layout
  const band = layOut(patch, layout)
  if (outside > 0) {
    const reached = march(band, KNOWN, outside)
    for (let i = 0; i < reached; i++) T[order[i]] = -T[order[i]]
  }
  return march(band, UNKNOWN, Infinity)
}

function fillInOrder(
  workspace: Workspace,
  patch: PatchSamples,
  count: number,
  done: number,
  { prepare, report }: MarchingMethod,
): void {
  const { order } = workspace
  const fill = prepare(workspace, patch)
  for (let start = 0; start < count; start += pixelsPerReport) {
    const end = Math.min(start + pixelsPerReport, count)
    for (let i = start; i < end; i++) fill(order[i])
    report(done + end)
  }
}

/** At the largest radius some tenths of a second of work, usually far less than a millisecond. */
const pixelsPerReport = 256
