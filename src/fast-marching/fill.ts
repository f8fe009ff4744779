import type { FillOptions } from '../method'
import type { AnyPatch } from '../patch'
import { createMarch } from './march'
import { fillThroughWindows, leastRoom } from './windows'
import { madeOn, type Precision, reservedRoom, type Workspace, withWorkspace } from './workspace'

/** Fills one pixel in every channel and makes it known. */
export type FillPixel = (p: number) => void

/** What a kernel has to know of a patch. */
export type PatchSamples = Pick<AnyPatch, 'size' | 'channels' | 'samples'>

/** A kernel's two parts: what it does once for a patch, and what for each pixel. */
export interface PixelKernel {
  /** The pixels are laid out, and their distances known. The weight of gradients is Telea's alone. */
  readonly begin: (patch: PatchSamples, radius: number, gradientWeight: number) => void
  readonly fill: FillPixel
}

/** What tells one fast marching method from another. */
export interface MarchingMethod extends Pick<FillOptions, 'radius' | 'report'> {
  readonly precision: Precision
  /** How far from a missing pixel its kernel reads. */
  readonly reach: number
  /** Up to what distance known pixels get theirs too, negative; 0 for none. */
  readonly outside: number
  readonly gradientWeight?: number
  /** Makes a kernel for 8-bit samples and one for doubles. */
  readonly createKernels: (workspace: Workspace) => Record<Precision, PixelKernel>
}

/**
 * The way of every fast marching method: the missing pixels are put in the order of their distance,
 * then a kernel fills them one by one, in a hole too large for the workspace through windows.
 */
export function fillByMarching(patch: AnyPatch, method: MarchingMethod): void {
  const { size, channels, samples } = patch
  const { precision, outside } = method
  const room = Math.max(reservedRoom(channels, precision), leastRoom)
  withWorkspace(Math.min(size, room), channels, precision, (workspace) => {
    if (size > room) {
      fillThroughWindows(patch, method, room, workspace, (window, pixels, done) =>
        fillInOrder(workspace, window, pixels, done, method),
      )
      return
    }
    const count = madeOn(workspace, createMarch)(patch, outside)
    const planes = fillInOrder(workspace, patch, count, 0, method)
    samples.set(planes.subarray(0, samples.length))
  })
}

/** Fills the pixels in the workspace's `order`, after `done` others; returns the planes they are in. */
function fillInOrder(
  workspace: Workspace,
  patch: PatchSamples,
  count: number,
  done: number,
  { precision, radius, gradientWeight = 0, createKernels, report }: MarchingMethod,
): Uint8ClampedArray | Float64Array {
  const { order } = workspace
  const { begin, fill } = madeOn(workspace, createKernels)[precision]
  begin(patch, radius, gradientWeight)
  for (let start = 0; start < count; start += pixelsPerReport) {
    const end = Math.min(start + pixelsPerReport, count)
    for (let i = start; i < end; i++) fill(order[i])
    report(done + end)
  }
  return precision === 'bytes' ? workspace.I : workspace.I64
}

/** At the largest radius some tenths of a second of work, usually far less than a millisecond. */
const pixelsPerReport = 256
