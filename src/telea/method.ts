import { fillByMarching, type PixelKernel } from '../fast-marching/fill'
import type { PatchSamples } from '../fast-marching/visit-known'
import { kernelsOn, type Workspace } from '../fast-marching/workspace'
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
  const asOpencv = patch.type === 'uint8' && gradient === undefined
  const prepare = (workspace: Workspace, pixels: PatchSamples) => {
    const { opencv, float } = kernelsOn(workspace, createKernels)
    if (asOpencv) opencv.begin(pixels, radius)
    else float.begin(pixels, radius, gradient ?? 0.5)
    return asOpencv ? opencv.fill : float.fill
  }
  // Distances outside the hole tell which way a known pixel's level line runs.
  fillByMarching(patch, {
    precision: asOpencv ? 'bytes' : 'doubles',
    reach: telea.reach(radius, {}),
    outside: radius,
    prepare,
    report,
  })
}

interface Kernels {
  readonly opencv: PixelKernel<[PatchSamples, radius: number]>
  readonly float: PixelKernel<[PatchSamples, radius: number, gradient: number]>
}

function createKernels(workspace: Workspace): Kernels {
  const weights = createWeights(workspace)
  return {
    opencv: createOpencvKernel(workspace, weights),
    float: createFloatKernel(workspace, weights),
  }
}
