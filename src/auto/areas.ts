import { depthsOf } from '../depths'
import { linkRows } from '../link-rows'
import type { Patch } from '../patch'

/** Missing pixels that touch each other, at a side or a corner: a hole as people see it. */
export interface Area {
  /** Their numbers in the patch, in no particular order. */
  readonly pixels: readonly number[]
  /** The box around them, in pixels of the image; `right` and `bottom` are one past the last. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** How wide it is where it is widest, or one pixel more. */
  readonly thickness: number
  /** Whether all known pixels that touch it are equal. */
  readonly isFlatAround: boolean
}

/** The areas of a patch, in the order of their first pixels. */
export function areasOf(patch: Patch): Area[] {
  const { missing, size } = patch
  const up = new Int32Array(size)
  const down = new Int32Array(size)
  linkRows(patch, { up, down })
  const { isPixel, column, row } = place(patch)
  const isMissing = new Int8Array(size)
  for (let m = 0; m < missing.length; m++) isMissing[missing[m]] = 1

  const nearby = new Int32Array(8)

  /** Lists the pixels around one in `nearby`; returns how many there are. */
  function lookAround(i: number): number {
    let count = 0
    for (let row = -1; row <= 1; row++) {
      const middle = row < 0 ? up[i] : row > 0 ? down[i] : i
      if (middle === 0) continue
      for (let j = middle - 1; j <= middle + 1; j++) {
        if (j !== i && isPixel[j] === 1) nearby[count++] = j
      }
    }
    return count
  }

  const depth = depthsOf({ kind: isPixel, up, down }, missing)
  const isSeen = new Int8Array(size)
  const areas: Area[] = []
  for (let m = 0; m < missing.length; m++) {
    if (isSeen[missing[m]] === 1) continue
    const pixels = [missing[m]]
    isSeen[missing[m]] = 1
    const rim: number[] = []
    for (let next = 0; next < pixels.length; next++) {
      const count = lookAround(pixels[next])
      for (let n = 0; n < count; n++) {
        const j = nearby[n]
        if (isMissing[j] === 0) rim.push(j)
        else if (isSeen[j] === 0) {
          isSeen[j] = 1
          pixels.push(j)
        }
      }
    }
    areas.push(measure(pixels, rim))
  }
  return areas

  function measure(pixels: number[], rim: readonly number[]): Area {
    let left = Infinity
    let right = 0
    let top = Infinity
    let bottom = 0
    let deepest = 0
    for (const i of pixels) {
      left = Math.min(left, column[i])
      right = Math.max(right, column[i] + 1)
      top = Math.min(top, row[i])
      bottom = Math.max(bottom, row[i] + 1)
      deepest = Math.max(deepest, depth[i])
    }
    const thickness = Math.min(Math.floor(2 * deepest), right - left, bottom - top)
    return { pixels, left, top, right, bottom, thickness, isFlatAround: areEqual(patch, rim) }
  }
}

/** Where each of a patch's numbers lies in the image, and which are pixels. */
function place({ runs, size }: Patch) {
  const isPixel = new Int8Array(size)
  const column = new Int32Array(size)
  const row = new Int32Array(size)
  for (let r = 0; r < runs.length; r += 4) {
    for (let x = runs[r + 1], i = x + runs[r + 3]; x < runs[r + 2]; x++, i++) {
      isPixel[i] = 1
      column[i] = x
      row[i] = runs[r]
    }
  }
  return { isPixel, column, row }
}

function areEqual({ channels, size, samples }: Patch, pixels: readonly number[]): boolean {
  for (let c = 0; c < channels; c++) {
    const level = samples[c * size + pixels[0]]
    for (const i of pixels) if (samples[c * size + i] !== level) return false
  }
  return true
}
