/**
 * What a neighbour at right angles to where a pixel's weights point counts for in OpenCV, which holds it in single
 * precision. In a file of its own and short, so that esbuild writes it where it is used.
 */
export const leastDirection = 1e-6
