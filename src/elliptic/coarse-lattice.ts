import { boxOf } from '../box-of'
import { linkRows } from '../link-rows'
import { locatePixels } from '../locate-pixels'
import { bitRuns, createBitmap, dilate, setBit } from '../mask/bitmap'
import { outlinePatch, type PatchOutline } from '../patch'
import type { Level } from './level'

/**
 * Cells of 2 x 2 cells of the next finer level, and where the values of those come from: bilinear
 * interpolation between the centres of the four nearest coarse cells, (x, y), (x + side, y), and the
 * same two in the row above or below. Past the picture's edge the cell at the edge stands in.
 */
export interface CoarseLattice extends PatchOutline {
  readonly imageWidth: number
  readonly imageHeight: number
  readonly unknowns: Int32Array
  /** 1 for each unknown cell. */
  readonly isUnknown: Int8Array
  /** The cell above each, and the one below; `NOWHERE` where there is none. */
  readonly up: Int32Array
  readonly down: Int32Array
  /** For each unknown fine cell in order: the coarse cell it is a part of, */
  readonly near: Int32Array
  /** the one beyond its upper or lower side, */
  readonly far: Int32Array
  /** and the step from both to those beyond its left or right side. */
  readonly side: Int8Array
}

/** How many cells a row of the equation reaches to every side. */
const REACH = 2

/** A number that is no cell, and neither are the two before it and the two after it. */
const NOWHERE = 2

/**
 * The next coarser lattice. A cell is unknown if at least two of its four are: so its size at least
 * halves, and no two unknown cells stand for the same unknown fine ones.
 */
export function coarsenLattice(fine: Level): CoarseLattice {
  const imageWidth = (fine.imageWidth + 1) >> 1
  const imageHeight = (fine.imageHeight + 1) >> 1
  // As far around the hole as the picture has cells.
  const box = boxOf(fine.runs, fine.unknowns)
  const left = Math.max((box.left >> 1) - REACH, 0)
  const top = Math.max((box.top >> 1) - REACH, 0)
  const boxWidth = Math.min((box.right >> 1) + 1 + REACH, imageWidth) - left
  const boxHeight = Math.min((box.bottom >> 1) + 1 + REACH, imageHeight) - top
  const placeOf = (x: number, y: number): number => (y - top) * boxWidth + x - left

  const children = new Int8Array(boxWidth * boxHeight)
  const bitmap = createBitmap(boxWidth, boxHeight)
  let count = 0
  locatePixels(fine.runs, fine.unknowns, (_, x, y) => {
    if (++children[placeOf(x >> 1, y >> 1)] !== 2) return
    setBit(bitmap, (x >> 1) - left, (y >> 1) - top)
    count++
  })
  const region = bitRuns(dilate(bitmap, REACH)).map((at, k) => at + (k % 3 > 0 ? left : top))
  const { runs, size } = outlinePatch(region, imageWidth, REACH)

  const numbers = new Int32Array(children.length).fill(NOWHERE)
  const unknowns = new Int32Array(count)
  const isUnknown = new Int8Array(size)
  for (let r = 0, n = 0; r < runs.length; r += 4) {
    for (let x = runs[r + 1]; x < runs[r + 2]; x++) {
      const place = placeOf(x, runs[r])
      const cell = x + runs[r + 3]
      numbers[place] = cell
      if (children[place] < 2) continue
      unknowns[n++] = cell
      isUnknown[cell] = 1
    }
  }
  const up = new Int32Array(size)
  const down = new Int32Array(size)
  linkRows({ runs, size }, { up, down }, NOWHERE)

  const near = new Int32Array(fine.unknowns.length)
  const far = new Int32Array(near.length)
  const side = new Int8Array(near.length)
  locatePixels(fine.runs, fine.unknowns, (_, fineX, fineY, n) => {
    const x = fineX >> 1
    const y = fineY >> 1
    near[n] = numbers[placeOf(x, y)]
    far[n] = numbers[placeOf(x, besides(y, fineY, imageHeight))]
    side[n] = besides(x, fineX, imageWidth) - x
  })
  return { imageWidth, imageHeight, runs, size, unknowns, isUnknown, up, down, near, far, side }
}

/** The coarse row or column on the side of `coarse` where `fine` lies, if there is one. */
export function besides(coarse: number, fine: number, count: number): number {
  const other = coarse + (fine & 1 ? 1 : -1)
  return other < 0 || other >= count ? coarse : other
}
