import { type Bitmap, bitRuns } from '../mask/bitmap'
import type { Region } from '../mask/holes'

/**
 * All missing pixels as one region: the box around them, and as much again to every side; in small
 * pictures everything.
 */
export function windowAround(missing: Bitmap): Region[] {
  const runs = bitRuns(missing)
  if (runs.length === 0) return []
  let left = missing.width
  let right = 0
  for (let r = 0; r < runs.length; r += 3) {
    left = Math.min(left, runs[r + 1])
    right = Math.max(right, runs[r + 2])
  }
  const top = runs[0]
  const bottom = runs[runs.length - 3] + 1
  const margin = Math.max(right - left, bottom - top, LEAST_MARGIN)
  const region: number[] = []
  for (let y = Math.max(top - margin, 0); y < Math.min(bottom + margin, missing.height); y++) {
    region.push(y, Math.max(left - margin, 0), Math.min(right + margin, missing.width))
  }
  return [region]
}

/** A face or a window should be found whole beside the smallest speck. */
const LEAST_MARGIN = 512
