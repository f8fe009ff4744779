// What the march and the kernels know of a pixel: one byte, these bits. None set: no pixel, or one
// outside the image.

/** Its value can be read: known from the start, or filled by now. */
export const KNOWN = 1
/** Missing and not filled yet. */
export const UNKNOWN = 2
/** The march has given it a distance. */
export const VISITED = 4
/** On the image's edge or next to it. */
export const RIM = 8
/** On the image's edge, by side. */
export const TOP = 16
export const LEFT = 32
export const BOTTOM = 64
export const RIGHT = 128
