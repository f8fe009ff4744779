import { linkRows } from '../link-rows'
import { bitAt } from '../mask/bitmap'
import type { Patch } from '../patch'
import { pixelFinder } from './find-pixel'
import { eachNear } from './near-line'
import { CUT_DOWN, CUT_RIGHT } from './patch-guidance'
import type { EdgeSource } from './read-edges'
import type { CheckedGuide } from './read-guide'
import type { Stroke } from './read-lines'

/**
 * Where a guide's lines and edges part the pixels of a patch from their neighbours. A border is between
 * pixels; a stroke, and what is drawn, is a channel of pixels of its own, parted from all others.
 *
 * @returns `CUT_RIGHT` and `CUT_DOWN` for each pixel of the patch.
 */
export function cutLinks(patch: Patch, { lines = [], edges = {} }: CheckedGuide): Int8Array {
  const cuts = new Int8Array(patch.size)
  const find = pixelFinder(patch)
  for (const stroke of edges.lines ?? []) cutAcross(stroke, find, cuts)
  cutAround(patch, channelsOf(patch, lines, edges, find), cuts)
  return cuts
}

/** Cuts every link between neighbours that a line crosses. */
function cutAcross(
  { points }: Stroke,
  find: (x: number, y: number) => number,
  cuts: Int8Array,
): void {
  for (let n = 1; n < points.length; n++) {
    // Moved off the grid by next to nothing: a line that met a pixel's very middle could be slipped past.
    const ax = points[n - 1][0] + 0.00013
    const ay = points[n - 1][1] + 0.00037
    const bx = points[n][0] + 0.00013
    const by = points[n][1] + 0.00037
    for (let y = Math.ceil(Math.min(ay, by)); y < Math.max(ay, by); y++) {
      const x = Math.floor(ax + ((y - ay) * (bx - ax)) / (by - ay))
      cuts[find(x, y)] |= CUT_RIGHT
    }
    for (let x = Math.ceil(Math.min(ax, bx)); x < Math.max(ax, bx); x++) {
      const y = Math.floor(ay + ((x - ax) * (by - ay)) / (bx - ax))
      cuts[find(x, y)] |= CUT_DOWN
    }
  }
}

/** The channels each pixel of the patch is part of, a bit for each, or 0. */
function channelsOf(
  patch: Patch,
  lines: readonly Stroke[],
  { map, drawing }: EdgeSource,
  find: (x: number, y: number) => number,
): Int32Array {
  const { runs, size, imageWidth: width, imageHeight: height } = patch
  const channels = new Int32Array(size)
  if (map || drawing) {
    for (let r = 0; r < runs.length; r += 4) {
      const y = runs[r]
      for (let x = runs[r + 1], i = x + runs[r + 3]; x < runs[r + 2]; x++, i++) {
        const at = 2 * (y * width + x)
        const isEdge = map
          ? map.data[at] !== 0 || map.data[at + 1] !== 0
          : drawing && bitAt(drawing, x, y) === 1
        if (isEdge) channels[i] = 1
      }
    }
  }
  lines.forEach(({ points, width: wide }, n) => {
    // Half a diagonal at least: so the pixels of a slanted line hang together at their sides.
    eachNear(points, Math.max(wide / 2, 0.7072), { width, height }, (x, y) => {
      channels[find(x, y)] |= 2 << (n % 31)
    })
  })
  return channels
}

/** Cuts the links between pixels that are in no channel together, of which one at least is in any. */
function cutAround(patch: Patch, channels: Int32Array, cuts: Int8Array): void {
  const { size } = patch
  const up = new Int32Array(size)
  const down = new Int32Array(size)
  linkRows(patch, { up, down })
  channels[0] = 0
  for (let i = 1; i < size; i++) {
    if (areParted(channels[i], channels[i + 1] ?? 0)) cuts[i] |= CUT_RIGHT
    if (areParted(channels[i], channels[down[i]])) cuts[i] |= CUT_DOWN
  }
}

function areParted(a: number, b: number): boolean {
  return (a | b) !== 0 && (a & b) === 0
}
