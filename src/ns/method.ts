import { fillByMarching, type PixelKernel } from '../fast-marching/fill'
import { kernelsOn, type Workspace } from '../fast-marching/workspace'
import type { FillOptions, Method } from '../method'
import type { Patch } from '../patch'
import { createFloatKernel } from './float-kernel'
import { createIsophoteDisc, type IsophoteDisc } from './isophote-disc'
import { createOpencvKernel } from './opencv-kernel'

/** OpenCV's "Navier-Stokes": fast marching, with weights along the isophotes. */
export const ns: Method = {
  fill: fillNs,
  // A known pixel at the radius is asked for its isophote, which takes its neighbours.
  reach: (radius) => radius + 1,
}

function fillNs(patch: Patch, { radius, report }: FillOptions): void {
  const asOpencv = patch.type === 'uint8'
  const prepare = (workspace: Workspace) => {
    const { disc, opencv, float } = kernelsOn(workspace, createKernels)
    const kernel = asOpencv ? opencv : float
    disc.begin(radius)
    kernel.begin(patch)
    return kernel.fill
  }
  fillByMarching(patch, asOpencv ? 'bytes' : 'doubles', 0, prepare, report)
}

interface Kernels {
  readonly disc: IsophoteDisc
  readonly opencv: PixelKernel<[Patch]>
  readonly float: PixelKernel<[Patch]>
}

function createKernels(workspace: Workspace): Kernels {
  const disc = createIsophoteDisc(workspace.neighbours)
  return {
    disc,
    opencv: createOpencvKernel(workspace, disc),
    float: createFloatKernel(workspace, disc),
  }
}
