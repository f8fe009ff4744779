import { fillByMarching, type PixelKernel } from '../fast-marching/fill'
import type { Precision, Workspace } from '../fast-marching/workspace'
import { checkNumber } from '../image/check'
import type { FillOptions, Method } from '../method'
import type { AnyPatch } from '../patch'
import { createFloatKernel } from './float-kernel'
import { createOpencvKernel } from './opencv-kernel'
import { createWeights } from './weights'

/** Options of `'telea'` alone. */
export interface TeleaOptions {
  /**
   * How much of each neighbour's gradient is continued into the hole, 0 to 1: 0 is a plain weighted
   * average, 1 the paper's formula; more is sharper, and overshoots in thick holes. Default 0.5,
   * except for 8-bit images, which without this option get OpenCV's form, bit for bit.
   */
  readonly gradient?: number
}

/** Telea's fast marching method. */
export const telea: Method<TeleaOptions> = {
  fill: fillTelea,
  // A known pixel at the radius is asked for its gradient, one further.
  reach: (radius) => radius + 1,
  takesBytes: ({ gradient }) => gradient === undefined,
  options: { gradient: (name, value) => checkNumber(name, value, 0, 1) },
}

function fillTelea(
  patch: AnyPatch,
  { radius, gradient, report }: FillOptions & TeleaOptions,
): void {
  fillByMarching(patch, {
    precision: patch.type === 'uint8' && gradient === undefined ? 'bytes' : 'doubles',
    reach: telea.reach(radius, {}),
    // Distances outside the hole tell which way a known pixel's level line runs.
    outside: radius,
    radius,
    gradientWeight: gradient ?? 0.5,
    createKernels,
    report,
  })
}

function createKernels(workspace: Workspace): Record<Precision, PixelKernel> {
  const weights = createWeights(workspace)
  return {
    bytes: createOpencvKernel(workspace, weights),
    doubles: createFloatKernel(workspace, weights),
  }
}
