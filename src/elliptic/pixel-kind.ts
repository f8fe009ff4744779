// What a number of a lattice stands for.

/** No pixel, or one outside the image. */
export const NO_PIXEL = 0
/** Its value is given. */
export const KNOWN = 1
/** Its value is to be found. */
export const UNKNOWN = 2
