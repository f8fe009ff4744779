import { march } from '../fast-marching/march'
import { openBand } from '../fast-marching/narrow-band'
import { KNOWN, UNKNOWN } from '../fast-marching/pixel-state'
import { createWorkspace } from '../fast-marching/workspace'
import type { Hole } from '../hole'
import { createTeleaKernel } from './opencv-kernel'

export function fillTelea(hole: Hole, { radius }: { radius: number }): void {
  const { width, height, channels, missing, samples } = hole
  const ws = createWorkspace(width * height, width * height * channels)
  const { T, order } = ws
  const grid = { ...ws, width }
  const band = openBand(hole, grid)
  const outside = march(grid, band, KNOWN, radius + 1, order)
  for (let i = 0; i < outside; i++) T[order[i]] = -T[order[i]]
  const count = march(grid, band, UNKNOWN, Infinity, order)
  const kernel = createTeleaKernel(ws)
  kernel.begin(hole, radius)
  for (let i = 0; i < count; i++) kernel.fill(order[i])
  for (let c = 0; c < channels; c++)
    for (let n = 0; n < missing.length; n++) {
      const i = c * width * height + missing[n]
      samples[i] = ws.I[i]
    }
}
