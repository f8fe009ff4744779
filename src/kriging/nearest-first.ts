/** The offsets `dx, dy` within a radius, one pair after another, nearest first. */
export function nearestFirst(radius: number): Int32Array {
  const offsets: [dx: number, dy: number][] = []
  const most = Math.floor(radius)
  for (let dy = -most; dy <= most; dy++) {
    for (let dx = -most; dx <= most; dx++) {
      if (dx * dx + dy * dy <= radius * radius) offsets.push([dx, dy])
    }
  }
  offsets.sort(([a, b], [c, d]) => a * a + b * b - c * c - d * d)
  return Int32Array.from(offsets.flat())
}
