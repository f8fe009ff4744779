/** Patches are squares of 7 x 7 pixels: this far from the middle to the sides. */
export const PATCH_RADIUS = 3
