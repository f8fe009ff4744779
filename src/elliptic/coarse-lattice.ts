import { boxOf } from '../box-of'
import { linkRows } from '../link-rows'
import { locatePixels } from '../locate-pixels'
import { bitRuns, createBitmap, dilate, setBit } from '../mask/bitmap'
import type { PatchOutline } from '../patch'
import type { Level } from './level'

/** Cells of 2 x 2 cells of the next finer level. */
export interface CoarseLattice extends PatchOutline {
  readonly width: number
  readonly height: number
  readonly unknowns: Int32Array
  /** 1 for each unknown cell. */
  readonly isUnknown: Int8Array
  /** The cell above each, and the one below; `NOWHERE` where there is none. */
  readonly up: Int32Array
  readonly down: Int32Array
  /** The number of the cell at (x, y); `NOWHERE` further than two cells from every unknown one. */
  readonly numberAt: (x: number, y: number) => number
}

/** A number that is no cell, and neither are the two before it and the two after it. */
const NOWHERE = 2

/**
 * The next coarser lattice. A cell is unknown if at least two of its four are: so its size at least
 * halves, and no two unknown cells stand for the same unknown fine ones.
 */
export function coarsenLattice(fine: Level): CoarseLattice {
  const width = (fine.width + 1) >> 1
  const height = (fine.height + 1) >> 1
  // Two cells more than the hole to every side, where the picture has them.
  const box = boxOf(fine.runs, fine.unknowns)
  const left = Math.max((box.left >> 1) - 2, 0)
  const top = Math.max((box.top >> 1) - 2, 0)
  const boxWidth = Math.min((box.right >> 1) + 3, width) - left
  const boxHeight = Math.min((box.bottom >> 1) + 3, height) - top

  const children = new Int8Array(boxWidth * boxHeight)
  const bitmap = createBitmap(boxWidth, boxHeight)
  let count = 0
  locatePixels(fine.runs, fine.unknowns, (_, x, y) => {
    const column = (x >> 1) - left
    const row = (y >> 1) - top
    if (++children[row * boxWidth + column] !== 2) return
    setBit(bitmap, column, row)
    count++
  })

  const region = bitRuns(dilate(bitmap, 2))
  const runs = new Int32Array((region.length / 3) * 4)
  const numbers = new Int32Array(boxWidth * boxHeight).fill(NOWHERE)
  let size = 2 * NOWHERE + 1
  for (let r = 0, to = 0; r < region.length; r += 3, to += 4) {
    const [y, start, end] = [region[r], region[r + 1], region[r + 2]]
    runs.set([y + top, start + left, end + left, size], to)
    for (let x = start; x < end; x++) numbers[y * boxWidth + x] = size++
    size += 2
  }
  size += 2

  const unknowns = new Int32Array(count)
  const isUnknown = new Int8Array(size)
  for (let i = 0, n = 0; i < children.length; i++) {
    if (children[i] < 2) continue
    unknowns[n++] = numbers[i]
    isUnknown[numbers[i]] = 1
  }
  const links = { up: new Int32Array(size), down: new Int32Array(size) }
  linkRows({ runs, size }, links, NOWHERE)
  return {
    width,
    height,
    runs,
    size,
    unknowns,
    isUnknown,
    ...links,
    numberAt(x, y) {
      const column = x - left
      const row = y - top
      const inside = column >= 0 && column < boxWidth && row >= 0 && row < boxHeight
      return inside ? numbers[row * boxWidth + column] : NOWHERE
    },
  }
}
