import { march } from '../fast-marching/march'
import { openBand } from '../fast-marching/narrow-band'
import { fillInOrder, type PixelKernel } from '../fast-marching/pixel-kernel'
import { UNKNOWN } from '../fast-marching/pixel-state'
import { storeSamples } from '../fast-marching/planes'
import { type Workspace, withWorkspace } from '../fast-marching/workspace'
import type { Hole } from '../hole'
import type { FillOptions, Method } from '../method'
import { createFloatKernel } from './float-kernel'
import { createIsophoteDisc, type IsophoteDisc } from './isophote-disc'
import { createOpencvKernel } from './opencv-kernel'

/** OpenCV's "Navier-Stokes": fast marching, with weights along the isophotes. */
export const ns: Method = {
  fill: fillNs,
  // A known pixel at the radius is asked for its isophote, which takes its neighbours.
  reach: (radius) => radius + 1,
  optionNames: [],
  check: () => {},
}

function fillNs(hole: Hole, { radius, report }: FillOptions): void {
  const { width, height, channels, type } = hole
  const asOpencv = type === 'uint8'
  const pixels = width * height
  withWorkspace(pixels, pixels * channels, asOpencv ? 'bytes' : 'doubles', (workspace) => {
    const { order } = workspace
    const kernels = kernelsOn(workspace)
    const band = openBand(hole, workspace)
    const count = march({ ...workspace, width }, band, UNKNOWN, Infinity, order)

    kernels.disc.begin(radius, width)
    const kernel = asOpencv ? kernels.opencv : kernels.float
    kernel.begin(hole)
    fillInOrder(kernel, order, count, report)
    storeSamples(hole, asOpencv ? workspace.I : workspace.I64)
  })
}

interface Kernels {
  readonly disc: IsophoteDisc
  readonly opencv: PixelKernel<[Hole]>
  readonly float: PixelKernel<[Hole]>
}

let kept: Kernels | undefined

/** Kernels on the reserved workspace are made once, or they would not be compiled as they should. */
function kernelsOn(workspace: Workspace): Kernels {
  if (!workspace.isReserved) return createKernels(workspace)
  kept ??= createKernels(workspace)
  return kept
}

function createKernels(workspace: Workspace): Kernels {
  const disc = createIsophoteDisc(workspace.neighbours)
  return {
    disc,
    opencv: createOpencvKernel(workspace, disc),
    float: createFloatKernel(workspace, disc),
  }
}
