import type { Gradients } from './gradients'

/**
 * Leaves the gradient only on edges: ridges of its length, one pixel wide, that reach `high` somewhere
 * and stay above `low` from there on. All other vectors become 0.
 */
export function thinToEdges({ width, height, dx, dy }: Gradients, low: number, high: number): void {
  const length = new Float32Array(width * height)
  for (let i = 0; i < length.length; i++) length[i] = Math.sqrt(dx[i] * dx[i] + dy[i] * dy[i])

  // What is on a ridge and above `low`; what is above `high` too starts a walk.
  const isEdge = new Int8Array(width * height)
  const walk: number[] = []
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (length[i] < low || length[i] === 0 || !isRidge(x, y, i)) continue
      isEdge[i] = WEAK
      if (length[i] >= high) walk.push(i)
    }
  }
  for (const i of walk) isEdge[i] = STRONG
  while (walk.length > 0) {
    const i = walk.pop() as number
    const x = i % width
    for (let y = Math.floor(i / width) - 1, row = -width; row <= width; y++, row += width) {
      if (y < 0 || y >= height) continue
      for (let step = x > 0 ? -1 : 0; step <= (x < width - 1 ? 1 : 0); step++) {
        const j = i + row + step
        if (isEdge[j] !== WEAK) continue
        isEdge[j] = STRONG
        walk.push(j)
      }
    }
  }
  for (let i = 0; i < isEdge.length; i++) if (isEdge[i] !== STRONG) dx[i] = dy[i] = 0

  /** Whether the gradient is longer here than a step along it to either side. */
  function isRidge(x: number, y: number, i: number): boolean {
    const steepX = Math.abs(dx[i])
    const steepY = Math.abs(dy[i])
    const stepX = dx[i] < 0 ? -1 : 1
    const stepY = dy[i] < 0 ? -1 : 1
    // The line along the gradient leaves the ring of eight between a straight neighbour and a diagonal one.
    const isFlat = steepX >= steepY
    const share = isFlat ? steepY / steepX : steepX / steepY
    const at = (sign: number): number =>
      (1 - share) * lengthAt(x + (isFlat ? sign * stepX : 0), y + (isFlat ? 0 : sign * stepY)) +
      share * lengthAt(x + sign * stepX, y + sign * stepY)
    // Of two that are equal, as in the middle of a step between two pixels, one is kept.
    return length[i] > at(-1) && length[i] >= at(1)
  }

  function lengthAt(x: number, y: number): number {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : length[y * width + x]
  }
}

const WEAK = 1
const STRONG = 2
