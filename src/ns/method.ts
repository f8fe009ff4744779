import { fillByMarching, type PixelKernel } from '../fast-marching/fill'
import type { PatchSamples } from '../fast-marching/visit-known'
import { kernelsOn, type Workspace } from '../fast-marching/workspace'
import type { FillOptions, Method } from '../method'
import type { AnyPatch } from '../patch'
import { createFloatKernel } from './float-kernel'
import { createIsophoteDisc } from './isophote-disc'
import { createOpencvKernel } from './opencv-kernel'

/** OpenCV's "Navier-Stokes": fast marching, with weights along the isophotes. */
export const ns: Method = {
  fill: fillNs,
  takesBytes: () => true,
  // A known pixel at the radius is asked for its isophote, which takes its neighbours.
  reach: (radius) => radius + 1,
}

function fillNs(patch: AnyPatch, { radius, report }: FillOptions): void {
  const asOpencv = patch.type === 'uint8'
  const prepare = (workspace: Workspace, pixels: PatchSamples) => {
    const { opencv, float } = kernelsOn(workspace, createKernels)
    const kernel = asOpencv ? opencv : float
    kernel.begin(pixels, radius)
    return kernel.fill
  }
  fillByMarching(patch, {
    precision: asOpencv ? 'bytes' : 'doubles',
    reach: ns.reach(radius, {}),
    outside: 0,
    prepare,
    report,
  })
}

interface Kernels {
  readonly opencv: PixelKernel<[PatchSamples, radius: number]>
  readonly float: PixelKernel<[PatchSamples, radius: number]>
}

function createKernels(workspace: Workspace): Kernels {
  const disc = createIsophoteDisc(workspace.neighbours)
  return {
    opencv: createOpencvKernel(workspace, disc),
    float: createFloatKernel(workspace, disc),
  }
}
