/**
 * Looks at a patch through a square window, wherever it stands: a patch has runs, spectra and
 * neighbourhoods want a square.
 */
export interface Window {
  /** Row by row the pixels' numbers in the patch. Past its edge stand those of the mirrored pixels. */
  readonly numbers: Int32Array
  /** 1 where the window shows a pixel of the patch itself, 0 where it shows a mirrored one. */
  readonly inside: Int8Array
  /** Chooses the patch, by its runs. */
  readonly lookAt: (runs: Int32Array) => void
  /** Moves the window's top left corner to a place of the image. */
  readonly moveTo: (left: number, top: number) => void
}

/** @param side How many pixels wide and high the window is. */
export function createWindow(side: number): Window {
  const numbers = new Int32Array(side * side)
  const inside = new Int8Array(side * side)
  const shown = new Int8Array(side)
  let runs: Int32Array = new Int32Array(0)
  let firstRow = 0
  let rowStarts = runs

  /** Shows what the patch has of row `y`, if anything. */
  function showRow(start: number, left: number, y: number): boolean {
    const row = y - firstRow
    if (row < 0 || row >= rowStarts.length - 1) return false
    const end = rowStarts[row + 1]
    let count = 0
    let r = firstEndingAfter(left, rowStarts[row], end)
    for (; r < end && runs[r + 1] < left + side; r += 4) {
      const from = Math.max(runs[r + 1] - left, 0)
      const to = Math.min(runs[r + 2] - left, side)
      const shift = runs[r + 3] + left
      for (let i = from; i < to; i++) {
        numbers[start + i] = shift + i
        inside[start + i] = 1
      }
      count += to - from
    }
    if (count > 0 && count < side) {
      for (let i = 0; i < side; i++) {
        if (inside[start + i] === 0) {
          numbers[start + i] = numbers[start + mirror(i, inside, start, side)]
        }
      }
    }
    return count > 0
  }

  function firstEndingAfter(x: number, start: number, end: number): number {
    let low = start >> 2
    let high = end >> 2
    while (low < high) {
      const middle = (low + high) >> 1
      if (runs[middle * 4 + 2] <= x) low = middle + 1
      else high = middle
    }
    return low * 4
  }

  return {
    numbers,
    inside,
    lookAt(theRuns) {
      runs = theRuns
      firstRow = runs[0]
      rowStarts = indexRows(runs)
    },
    moveTo(left, top) {
      inside.fill(0)
      for (let j = 0; j < side; j++) shown[j] = showRow(j * side, left, top + j) ? 1 : 0
      for (let j = 0; j < side; j++) {
        if (shown[j] === 1) continue
        const from = mirror(j, shown, 0, side) * side
        numbers.copyWithin(j * side, from, from + side)
      }
    },
  }
}

/**
 * What place `i` shows where nothing is: the place mirrored at the nearest end of what is there, or
 * that end itself where the mirror finds nothing either.
 */
function mirror(i: number, there: Int8Array, start: number, side: number): number {
  for (let distance = 1; distance < side; distance++) {
    if (i >= distance && there[start + i - distance] === 1) {
      const to = i - 2 * distance + 1
      return to >= 0 && there[start + to] === 1 ? to : i - distance
    }
    if (i + distance < side && there[start + i + distance] === 1) {
      const to = i + 2 * distance - 1
      return to < side && there[start + to] === 1 ? to : i + distance
    }
  }
  return i
}

/** Where the runs of each row begin, from the patch's first row on, and where the last row's end. */
function indexRows(runs: Int32Array): Int32Array {
  const firstRow = runs[0]
  const rows = runs[runs.length - 4] - firstRow + 1
  const starts = new Int32Array(rows + 1)
  for (let row = 0, r = 0; row <= rows; row++) {
    while (r < runs.length && runs[r] < firstRow + row) r += 4
    starts[row] = r
  }
  return starts
}
