import type { Hole } from '../hole'
import { FAR } from './eikonal'
import type { Grid } from './march'
import { KNOWN, RIM, UNKNOWN, VISITED } from './pixel-state'

/**
 * Lays a hole out for marching: sets every pixel's state and distance, and returns the band, the
 * known pixels beside a missing one, in raster order and at distance 0.
 */
export function openBand(hole: Hole, { state, T }: Pick<Grid, 'state' | 'T'>): Int32Array {
  const { width, height, near, missing } = hole
  state.fill(0, 0, width * height)
  T.fill(FAR, 0, width * height)
  for (let r = 0; r < near.length; r += 2) state.fill(KNOWN, near[r], near[r + 1])
  for (let n = 0; n < missing.length; n++) state[missing[n]] = UNKNOWN

  // A missing pixel has four neighbours.
  const band = new Int32Array(4 * missing.length)
  let count = 0
  for (let r = 0; r < near.length; r += 2) {
    for (let p = near[r], end = near[r + 1]; p < end; p++) {
      if (state[p] !== KNOWN) continue
      if (((state[p - width] | state[p - 1] | state[p + 1] | state[p + width]) & UNKNOWN) === 0) {
        continue
      }
      band[count++] = p
      T[p] = 0
      state[p] |= VISITED
    }
  }
  markRim(hole, state)
  return band.subarray(0, count)
}

/**
 * Sets `RIM` on the two outermost rows and columns of the image. Where the crop ends before the
 * image does, these are the crop's own margin, whose gradients nobody asks for.
 */
function markRim({ width, left, top, right, bottom }: Hole, state: Int8Array): void {
  for (const y of [top, top + 1, bottom - 2, bottom - 1]) {
    if (y < top || y >= bottom) continue
    for (let p = y * width + left; p < y * width + right; p++) state[p] |= RIM
  }
  for (const x of [left, left + 1, right - 2, right - 1]) {
    if (x < left || x >= right) continue
    for (let p = top * width + x; p < bottom * width; p += width) state[p] |= RIM
  }
}
