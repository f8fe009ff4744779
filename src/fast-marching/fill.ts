import type { Patch } from '../patch'
import { layOut } from './lay-out'
import { KNOWN, UNKNOWN } from './pixel-state'
import { storeSamples } from './planes'
import { type Precision, type Workspace, withWorkspace } from './workspace'

/** Fills one pixel in every channel and makes it known. */
export type FillPixel = (p: number) => void

/** A kernel's two parts: what it does once for a patch, and what for each pixel. */
export interface PixelKernel<Settings extends unknown[]> {
  readonly begin: (...settings: Settings) => void
  readonly fill: FillPixel
}

/**
 * The way of every fast marching method: the missing pixels are put in the order of their distance,
 * then a kernel fills them one by one.
 *
 * @param outside Up to what distance known pixels get theirs too, negative; 0 for none.
 * @param prepare Sets a kernel up for the patch, distances being known.
 * @param report Told now and then how many pixels are filled.
 */
export function fillByMarching(
  patch: Patch,
  precision: Precision,
  outside: number,
  prepare: (workspace: Workspace) => FillPixel,
  report: (pixels: number) => void,
): void {
  withWorkspace(patch.size, patch.size * patch.channels, precision, (workspace) => {
    const { T, order, march } = workspace
    const band = layOut(patch, workspace)
    if (outside > 0) {
      const reached = march(band, KNOWN, outside)
      for (let i = 0; i < reached; i++) T[order[i]] = -T[order[i]]
    }
    const count = march(band, UNKNOWN, Infinity)

    const fill = prepare(workspace)
    for (let start = 0; start < count; start += pixelsPerReport) {
      const end = Math.min(start + pixelsPerReport, count)
      for (let i = start; i < end; i++) fill(order[i])
      report(end)
    }
    storeSamples(patch, precision === 'bytes' ? workspace.I : workspace.I64)
  })
}

/** At the largest radius some tenths of a second of work, usually far less than a millisecond. */
const pixelsPerReport = 256
