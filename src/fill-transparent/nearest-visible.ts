import type { Bitmap } from '../mask/bitmap'

/**
 * Called for each run of hidden pixels, `start` to `end` of row y: `nearest[x]` is the index of the
 * visible pixel nearest to the one at x, or -1 where none is near enough.
 */
export type VisitRun = (y: number, start: number, end: number, nearest: Int32Array) => void

/**
 * Finds the visible pixel nearest to each hidden one: the exact Euclidean distance, in a time that
 * grows with the number of pixels alone. Of several at one distance it is the leftmost, then the upper.
 *
 * A column's nearest visible pixel is above or below. Which column's is nearest to a pixel is read from
 * the lower envelope of parabolas (x - q)² + d(q)², one for each column q with its distance d(q).
 *
 * @see P. F. Felzenszwalb, D. P. Huttenlocher, "Distance Transforms of Sampled Functions", Theory of
 * Computing 8, 2012, doi:10.4086/toc.2012.v008a019
 *
 * @param hidden A bit for each hidden pixel.
 * @param farthest Pixels; what is farther away does not count.
 */
export function nearestVisible(
  { width, height, stride, words }: Bitmap,
  farthest: number,
  visitRun: VisitRun,
  report: (row: number) => void,
): void {
  /** The nearest row with a visible pixel, by column; -1 and `height` where there is none. */
  const above = new Int32Array(width).fill(-1)
  const below = new Int32Array(width).fill(-1)
  const nearest = new Int32Array(width)
  /** By column: the row of its nearest visible pixel, and the square of the distance to that. */
  const rows = new Int32Array(width)
  const squares = new Float64Array(width)
  // The envelope: columns, and from which x on each of them is lowest.
  const columns = new Int32Array(width)
  const starts = new Int32Array(width)
  const mostSquare = farthest * farthest

  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; ) {
      if (isHidden(x, y)) {
        let end = x + 1
        while (end < width && isHidden(end, y)) end++
        findInRun(y, x, end)
        visitRun(y, x, end, nearest)
        x = end
      } else {
        above[x] = y
        below[x] = y
        x++
      }
    }
    report(y + 1)
  }

  function isHidden(x: number, y: number): boolean {
    return ((words[y * stride + (x >> 5)] >>> (x & 31)) & 1) === 1
  }

  /** The pixels at both ends of a run are visible: what lies beyond them is farther than they are. */
  function findInRun(y: number, start: number, end: number): void {
    const first = Math.max(start - 1, 0)
    const last = Math.min(end, width - 1)
    let count = 0
    for (let q = first; q <= last; q++) {
      if (below[q] < y) lookBelow(q, y)
      const up = above[q] < 0 ? Infinity : y - above[q]
      const down = below[q] === height ? Infinity : below[q] - y
      const d = up <= down ? up : down
      if (d === Infinity) continue
      rows[q] = up <= down ? above[q] : below[q]
      squares[q] = d * d
      let from = start
      for (; count > 0; count--) {
        const p = columns[count - 1]
        // Where q's parabola gets below p's: q is to the right, so that happens once.
        from = Math.floor((q * q + d * d - p * p - squares[p]) / (2 * (q - p))) + 1
        if (from > starts[count - 1]) break
        from = start
      }
      if (from >= end) continue
      columns[count] = q
      starts[count++] = from
    }
    if (count === 0) {
      nearest.fill(-1, start, end)
      return
    }
    for (let x = start, k = 0; x < end; x++) {
      while (k + 1 < count && starts[k + 1] <= x) k++
      const q = columns[k]
      const isNear = (x - q) * (x - q) + squares[q] <= mostSquare
      nearest[x] = isNear ? rows[q] * width + q : -1
    }
  }

  /** Each row of a column is looked at once in all. */
  function lookBelow(x: number, y: number): void {
    let row = y
    while (row < height && isHidden(x, row)) row++
    below[x] = row
  }
}
