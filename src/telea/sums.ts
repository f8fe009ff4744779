/**
 * Telea's sums around a pixel, in double precision, for up to three channels: their weighted samples at
 * the indices 0 to 2, the components of J at 3 to 5 and 6 to 8; and the weights they share at 9.
 *
 * In an array, because a number in a closure's variable would be a fresh object for every pixel.
 */
export type Sums = Float64Array
