/** What a neighbour at right angles to where a pixel's weights point counts for: OpenCV's 1e-6, in single precision. */
export const leastDirection = 9.999999974752427e-7
