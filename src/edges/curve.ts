import type { Arc } from './fit-arc'

/** A line through a hole. */
export interface Curve {
  /** From a little before the hole to a little behind it. */
  readonly points: [x: number, y: number][]
  /** A point for each pixel or so of the part between the two ends, without the ends themselves. */
  readonly inside: [x: number, y: number][]
}

/** The cubic that leaves both ends in their own directions, and each edge a little way back. */
export function hermite(a: Arc, b: Arc): Curve {
  const length = Math.sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y))
  const at = (t: number): [number, number] => {
    const s = 1 - t
    const fromA = s * s * (1 + 2 * t)
    const fromB = t * t * (1 + 2 * s)
    const alongA = length * t * s * s
    const alongB = length * s * t * t
    return [
      fromA * a.x + fromB * b.x + alongA * a.dx + alongB * b.dx,
      fromA * a.y + fromB * b.y + alongA * a.dy + alongB * b.dy,
    ]
  }
  const between = (count: number): [number, number][] =>
    Array.from({ length: count - 1 }, (_, n) => at((n + 1) / count))
  return {
    points: [
      ...[6, 3, 0].map((steps) => before(a, steps)),
      ...between(Math.max(Math.ceil(length / 4), 2)),
      ...[0, 3, 6].map((steps) => before(b, steps)),
    ],
    // The ends themselves lie up to three pixels before the hole.
    inside: between(Math.max(Math.ceil(length), 9)).slice(4, -4),
  }
}

/** A point of an edge so many pixels before its end. */
function before({ x, y, dx, dy, bend }: Arc, steps: number): [number, number] {
  const aside = (bend * steps * steps) / 2
  return [x - steps * dx - aside * dy, y - steps * dy + aside * dx]
}
