/** A patch's pixels, as far as distances go. */
interface Pixels {
  /** 0 where a number is no pixel. */
  readonly kind: Int8Array
  /** The pixel above each, and the one below; 0 where there is none. */
  readonly up: Int32Array
  readonly down: Int32Array
}

/**
 * How far each pixel is from the nearest known one: 0 for these, and for the others the length of the
 * shortest way in steps to the eight neighbours (a chamfer distance), in two sweeps.
 */
export function depthsOf({ kind, up, down }: Pixels, missing: Int32Array): Float64Array {
  const depths = new Float64Array(kind.length)
  for (let n = 0; n < missing.length; n++) depths[missing[n]] = Infinity
  for (let n = 0; n < missing.length; n++) shorten(missing[n], missing[n] - 1, up[missing[n]])
  for (let n = missing.length - 1; n >= 0; n--) {
    shorten(missing[n], missing[n] + 1, down[missing[n]])
  }
  return depths

  function shorten(i: number, beside: number, row: number): void {
    let depth = Math.min(depths[i], depthOf(beside) + 1)
    if (row !== 0) {
      const diagonal = Math.min(depthOf(row - 1), depthOf(row + 1)) + Math.SQRT2
      depth = Math.min(depth, depths[row] + 1, diagonal)
    }
    depths[i] = depth
  }

  function depthOf(i: number): number {
    return kind[i] === 0 ? Infinity : depths[i]
  }
}
