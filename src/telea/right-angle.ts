// In a file of their own, so that esbuild writes the numbers where they are used: V8 would load a variable of
// another module, and ask whether it is a number, for each neighbour.

/** A direction of this or less counts as at right angles to ∇T. */
export const mostAtRightAngle = 0.01

/** What such a direction counts for, over that: OpenCV's 1e-6. */
export const leastShare = 1e-4
