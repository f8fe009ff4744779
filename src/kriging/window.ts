import type { Patch } from '../patch'

/** The side of the square window whose spectrum is taken; a power of two. */
export const side = 32

export const area = side * side

/**
 * Looks at a patch through a square window, wherever it stands: a patch has runs, arithmetic on
 * spectra and neighbours wants a square.
 */
export interface Window {
  /** Row by row the pixels' numbers in the patch. Past its edge stand those of the mirrored pixels. */
  readonly numbers: Int32Array
  /** 1 where the window shows a pixel of the patch itself, 0 where it shows a mirrored one. */
  readonly inside: Int8Array
  /** Moves the window's top left corner to a place of the image. */
  readonly moveTo: (left: number, top: number) => void
}

export function createWindow({ runs }: Pick<Patch, 'runs'>, side = 32): Window {
  const area = side * side
  const numbers = new Int32Array(area)
  const inside = new Int8Array(area)
  const filled = new Int8Array(side)
  const top = runs[0]
  const rowStarts = indexRows(runs)

  /** Writes the numbers of row `y`; false where none of its pixels is in the patch. */
  function showRow(row: number, y: number, left: number): boolean {
    if (y < top || y - top >= rowStarts.length - 1) return false
    const end = rowStarts[y - top + 1]
    let r = firstRunEndingAfter(runs, rowStarts[y - top], end, left)
    let shown = 0
    for (; r < end && runs[r + 1] < left + side; r += 4) {
      const from = Math.max(runs[r + 1] - left, 0)
      const to = Math.min(runs[r + 2] - left, side)
      const shift = runs[r + 3] - runs[r + 1] + left
      for (let i = from; i < to; i++) {
        numbers[row + i] = shift + i
        inside[row + i] = 1
      }
      shown += to - from
    }
    if (shown > 0 && shown < side) mirrorRow(row)
    return shown > 0
  }

  function mirrorRow(row: number): void {
    for (let i = 0; i < side; i++) {
      if (inside[row + i] === 0) numbers[row + i] = numbers[row + mirrored(i, inside, row, side)]
    }
  }

  return {
    numbers,
    inside,
    moveTo(left, top) {
      inside.fill(0)
      for (let j = 0; j < side; j++) filled[j] = showRow(j * side, top + j, left) ? 1 : 0
      for (let j = 0; j < side; j++) {
        if (filled[j] === 1) continue
        const from = mirrored(j, filled, 0, side) * side
        for (let i = 0; i < side; i++) numbers[j * side + i] = numbers[from + i]
      }
    },
  }
}

/**
 * The place that `i` shows when it is empty itself: mirrored at the nearer end of what is filled,
 * or that end where the mirrored place is empty too.
 */
function mirrored(i: number, filled: Int8Array, start: number, side: number): number {
  let distance = 1
  for (; distance < side; distance++) {
    if (i >= distance && filled[start + i - distance] === 1) {
      const to = i - 2 * distance + 1
      return to >= 0 && filled[start + to] === 1 ? to : i - distance
    }
    if (i + distance < side && filled[start + i + distance] === 1) {
      const to = i + 2 * distance - 1
      return to < side && filled[start + to] === 1 ? to : i + distance
    }
  }
  return i
}

/** Where the runs of each row begin, from the patch's first row on. */
function indexRows(runs: Int32Array): Int32Array {
  const top = runs[0]
  const rows = runs[runs.length - 4] - top + 1
  const starts = new Int32Array(rows + 1)
  for (let r = 0, y = 0; y <= rows; y++) {
    while (r < runs.length && runs[r] < top + y) r += 4
    starts[y] = r
  }
  return starts
}

function firstRunEndingAfter(runs: Int32Array, start: number, end: number, x: number): number {
  let low = start >> 2
  let high = end >> 2
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle * 4 + 2] <= x) low = middle + 1
    else high = middle
  }
  return low * 4
}
