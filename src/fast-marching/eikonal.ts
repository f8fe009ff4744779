/** Stands for "infinitely far". OpenCV's number: it enters the distance gradient at the image's edge. */
export const FAR = 1e6

/**
 * The distance at a pixel from the smaller distance of its two vertical neighbours and the smaller
 * one of its two horizontal neighbours: the upwind solution of |∇T| = 1 (Telea 2004, fig. 4).
 */
export function solveEikonal(vertical: number, horizontal: number): number {
  const difference = vertical - horizontal
  // A pixel further than 1 from the nearer neighbour is reached from that one alone.
  if (difference >= 1) return 1 + horizontal
  if (difference <= -1) return 1 + vertical
  return (vertical + horizontal + Math.sqrt(2 - difference * difference)) / 2
}
