// What a number of a level's patch stands for.

/** No pixel: past the edge of the patch. */
export const NONE = 0
export const KNOWN = 1
export const MISSING = 2
/** Missing, and deep in a hole. */
export const DEEP = 3
/** One of a lattice of deep pixels that others are predicted from too. */
export const ANCHOR = 4
