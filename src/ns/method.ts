import { fillByMarching, type PixelKernel } from '../fast-marching/fill'
import type { Precision, Workspace } from '../fast-marching/workspace'
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
  fillByMarching(patch, {
    precision: patch.type === 'uint8' ? 'bytes' : 'doubles',
    reach: ns.reach(radius, {}),
    outside: 0,
    radius,
    createKernels,
    report,
  })
}

function createKernels(workspace: Workspace): Record<Precision, PixelKernel> {
  const disc = createIsophoteDisc(workspace.neighbours)
  return {
    bytes: createOpencvKernel(workspace, disc),
    doubles: createFloatKernel(workspace, disc),
  }
}
