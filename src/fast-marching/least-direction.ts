// OpenCV's numbers for a neighbour at right angles to where a pixel's weights point. In a file of their own, and short:
// so esbuild writes them where they are used. A variable of another module V8 would load and check for each neighbour.

/** A direction of this or less counts as at right angles. */
export const mostAtRightAngle = 0.01

/** What such a direction counts for; OpenCV holds it in single precision. */
export const leastDirection = 1e-6
