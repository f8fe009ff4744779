import { cosineInOctant, sineInOctant } from '../../exact-math/circle'

/**
 * Writes exp(-2 pi i k / n) to element `at` of both planes, each part within two units in the last place.
 *
 * A recurrence would be faster and would drift; and so would an angle near 2 pi, being rounded
 * itself: the angle is brought into the first octant while it is still a ratio of whole numbers.
 */
export function setRoot(
  k: number,
  n: number,
  re: Float64Array,
  im: Float64Array,
  at: number,
): void {
  // In units of 2 pi / 8n: a full circle is 8n.
  let angle = (k % n) * 8
  const below = angle > 4 * n
  if (below) angle = 8 * n - angle
  const left = angle > 2 * n
  if (left) angle = 4 * n - angle
  const steep = angle > n
  if (steep) angle = 2 * n - angle
  const part = angle / n
  const x = steep ? sineInOctant(part) : cosineInOctant(part)
  const y = steep ? cosineInOctant(part) : sineInOctant(part)
  re[at] = left ? -x : x
  im[at] = below ? y : -y
}
