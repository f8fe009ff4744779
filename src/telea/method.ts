import { march } from '../fast-marching/march'
import { openBand } from '../fast-marching/narrow-band'
import { fillInOrder, type PixelKernel } from '../fast-marching/pixel-kernel'
import { KNOWN, UNKNOWN } from '../fast-marching/pixel-state'
import { storeSamples } from '../fast-marching/planes'
import { type Workspace, withWorkspace } from '../fast-marching/workspace'
import type { Hole } from '../hole'
import { checkNumber } from '../image/check'
import type { FillOptions, Method } from '../method'
import { createFloatKernel } from './float-kernel'
import { createOpencvKernel } from './opencv-kernel'
import { createWeights, type Weights } from './weights'

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
  optionNames: ['gradient'],
  check({ gradient }) {
    if (gradient !== undefined) checkNumber('gradient', gradient, 0, 1)
  },
}

function fillTelea(hole: Hole, { radius, gradient, report }: FillOptions & TeleaOptions): void {
  const { width, height, channels, type } = hole
  const asOpencv = type === 'uint8' && gradient === undefined
  const pixels = width * height
  withWorkspace(pixels, pixels * channels, asOpencv ? 'bytes' : 'doubles', (workspace) => {
    const { T, order } = workspace
    const kernels = kernelsOn(workspace)
    const grid = { ...workspace, width }

    // Distances outside the hole, negative: they tell which way a known pixel's level line runs.
    const band = openBand(hole, workspace)
    const outside = march(grid, band, KNOWN, radius + 1, order)
    for (let i = 0; i < outside; i++) T[order[i]] = -T[order[i]]
    const count = march(grid, band, UNKNOWN, Infinity, order)

    kernels.weights.begin(radius, width, asOpencv ? channels : 1)
    if (asOpencv) {
      kernels.opencv.begin(hole)
      fillInOrder(kernels.opencv, order, count, report)
      storeSamples(hole, workspace.I)
    } else {
      kernels.float.begin(hole, gradient ?? 0.5)
      fillInOrder(kernels.float, order, count, report)
      storeSamples(hole, workspace.I64)
    }
  })
}

interface Kernels {
  readonly weights: Weights
  readonly opencv: PixelKernel<[Hole]>
  readonly float: PixelKernel<[Hole, gradient: number]>
}

let kept: Kernels | undefined

/** Kernels on the reserved workspace are made once, or they would not be compiled as they should. */
function kernelsOn(workspace: Workspace): Kernels {
  if (!workspace.isReserved) return createKernels(workspace)
  kept ??= createKernels(workspace)
  return kept
}

function createKernels(workspace: Workspace): Kernels {
  const weights = createWeights(workspace)
  return {
    weights,
    opencv: createOpencvKernel(workspace, weights),
    float: createFloatKernel(workspace, weights),
  }
}
