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

  let band = new Int32Array(256)
  let count = 0
  for (let r = 0; r < near.length; r += 2) {
    for (let p = near[r], end = near[r + 1]; p < end; p++) {
      if (state[p] !== KNOWN) continue
      if (((state[p - width] | state[p - 1] | state[p + 1] | state[p + width]) & UNKNOWN) === 0) {
        continue
      }
      if (count === band.length) {
        const larger = new Int32Array(count * 2)
        larger.set(band)
        band = larger
      }
      band[count++] = p
    }
  }
  for (let n = 0; n < count; n++) {
    T[band[n]] = 0
    state[band[n]] |= VISITED
  }
  markRim(hole, state)
  return band.subarray(0, count)
}

/** Sets `RIM` on the two outermost rows and columns of the image, where the crop holds them. */
function markRim(hole: Hole, state: Int8Array): void {
  const { width, height, left, top, right, bottom } = hole
  const rows = [top > 0 ? [top, top + 1] : [], bottom < height ? [bottom - 2, bottom - 1] : []]
  const columns = [left > 0 ? [left, left + 1] : [], right < width ? [right - 2, right - 1] : []]
  for (const y of rows.flat()) {
    if (y < top || y >= bottom) continue
    for (let p = y * width + left, end = y * width + right; p < end; p++) state[p] |= RIM
  }
  for (const x of columns.flat()) {
    if (x < left || x >= right) continue
    for (let y = top, p = top * width + x; y < bottom; y++, p += width) state[p] |= RIM
  }
}
