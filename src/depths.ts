/** A number that is no pixel, and neither are the one before it and the one after it. */
const nowhere = 1

/** A patch's pixels, as far as distances go. */
interface Pixels {
  /** 0 where a number is no pixel. */
  readonly kind: Int8Array
  /** The pixel above each, and the one below; 0 where there is none. */
  readonly up: Int32Array
  readonly down: Int32Array
}

/**
 * How far each pixel is from the nearest known one: 0 for these, and for missing ones the length of the
 * shortest way in steps to the eight neighbours (a chamfer distance), in two sweeps. `Infinity` where a
 * number is no pixel.
 *
 * @param diagonal The length of a step to a corner; those to a side are 1.
 */
export function depthsOf(
  { kind, up, down }: Pixels,
  missing: Int32Array,
  diagonal = Math.SQRT2,
): Float64Array {
  const depths = new Float64Array(kind.length).fill(Infinity)
  // Past the image's edge nothing is near.
  for (let i = 0; i < kind.length; i++) if (kind[i] !== 0) depths[i] = 0
  for (const i of missing) depths[i] = Infinity
  for (const i of missing) shorten(i, i - 1, up[i] || nowhere)
  for (let n = missing.length - 1; n >= 0; n--) {
    shorten(missing[n], missing[n] + 1, down[missing[n]] || nowhere)
  }
  return depths

  function shorten(i: number, beside: number, row: number): void {
    const side = Math.min(depths[beside], depths[row])
    const corner = Math.min(depths[row - 1], depths[row + 1])
    depths[i] = Math.min(depths[i], side + 1, corner + diagonal)
  }
}
