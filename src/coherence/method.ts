import { createBinaryHeap } from '../fast-marching/binary-heap'
import { layOutPixels } from '../fast-marching/lay-out'
import { createUpdatingMarch, type UpdatingMarch } from '../fast-marching/updating-march'
import { madeOn, type Workspace, withWorkspace } from '../fast-marching/workspace'
import { knownRanges, widest } from '../known-ranges'
import type { FillOptions, Method } from '../method'
import type { Patch } from '../patch'
import { loadAboveLeast, storeAboveLeast } from './above-least'
import { gaussianReach } from './gaussian'
import { type CoherenceKernel, createKernel } from './kernel'
import { type CoherenceOptions, optionChecks, parametersOf } from './options'

export type { CoherenceOptions } from './options'

/** At the default radius a fraction of a millisecond of work. */
const pixelsPerReport = 256

/** Not worth sorting. */
const fewPixels = 16

/** Coherence transport (Bornemann and März 2007). */
export const coherence: Method<CoherenceOptions> = {
  fill: fillCoherence,
  reach(givenRadius, options) {
    const { radius, kappa, sigma, rho } = parametersOf(givenRadius, options)
    if (kappa === 0) return radius
    // A gradient at the far end of the tensor's window takes the pixel beside it, smoothed.
    return Math.max(radius, gaussianReach(rho) + 1 + gaussianReach(sigma))
  },
  defaultRadius: 5,
  options: optionChecks,
}

function fillCoherence(patch: Patch, options: FillOptions & CoherenceOptions): void {
  const { size, missing, channels, type } = patch
  const { radius, report, dataRange } = options
  withWorkspace(size, channels, 'doubles', (workspace) => {
    const { order } = workspace
    const { T, march, kernel } = madeOn(workspace, createKernels)
    layOutPixels(patch, workspace)
    const count = march(missing, size)
    const ranges = knownRanges(patch, workspace.state)
    loadAboveLeast(patch, ranges, workspace)
    const width = widest(ranges)
    const range = dataRange ?? (type === 'uint8' ? 255 : width)
    // A range below a billionth of that of the samples makes no difference, but fourth powers too large.
    const unit = width > 0 ? 255 / Math.max(range, 1e-9 * width) : 0
    kernel.begin(size, channels, parametersOf(radius, options), unit)

    // Pixels at the same distance do not see each other: their order among themselves is free.
    for (let start = 0, end = 0; start < count; start = end) {
      const distance = T[order[start]]
      while (end < count && T[order[end]] <= distance) end++
      // As they lie in memory. The heap leaves them scattered, which takes a quarter more time.
      if (end - start > fewPixels) order.subarray(start, end).sort()
      for (let i = start; i < end; i++) {
        kernel.fill(order[i])
        if (i % pixelsPerReport === 0) report(i)
      }
      kernel.settle(start, end)
    }
    storeAboveLeast(patch, ranges, workspace)
  })
}

interface Kernels {
  readonly T: Float64Array
  readonly march: UpdatingMarch
  readonly kernel: CoherenceKernel
}

function createKernels(workspace: Workspace): Kernels {
  // Distances that differ by rounding only would fall together in single precision.
  const T = new Float64Array(workspace.state.length)
  const march = createUpdatingMarch(workspace, T, workspace.order, createBinaryHeap(T))
  return { T, march, kernel: createKernel(workspace) }
}
