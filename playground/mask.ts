import type { Box } from './picture'

/** What is painted: a byte for each pixel, 1 where the picture is to be repaired. */
export interface PaintedMask {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

export function emptyMask(width: number, height: number): PaintedMask {
  return { bytes: new Uint8Array(width * height), width, height }
}

/** Paints or erases with a round brush from one point to another, and says where. */
export function paintLine(
  mask: PaintedMask,
  from: Point,
  to: Point,
  radius: number,
  value: 0 | 1,
): Box {
  const x0 = Math.max(0, Math.floor(Math.min(from.x, to.x) - radius))
  const y0 = Math.max(0, Math.floor(Math.min(from.y, to.y) - radius))
  const x1 = Math.min(mask.width, Math.ceil(Math.max(from.x, to.x) + radius) + 1)
  const y1 = Math.min(mask.height, Math.ceil(Math.max(from.y, to.y) + radius) + 1)
  const dx = to.x - from.x
  const dy = to.y - from.y
  const squaredLength = dx * dx + dy * dy || 1
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      // From the pixel's centre to the nearest point of the line.
      const px = x + 0.5 - from.x
      const py = y + 0.5 - from.y
      const along = Math.min(1, Math.max(0, (px * dx + py * dy) / squaredLength))
      const ex = px - along * dx
      const ey = py - along * dy
      if (ex * ex + ey * ey <= radius * radius) mask.bytes[y * mask.width + x] = value
    }
  }
  return { x: x0, y: y0, width: Math.max(0, x1 - x0), height: Math.max(0, y1 - y0) }
}

/** The smallest box around all that is painted; `undefined` if nothing is. */
export function boxOf({ bytes, width }: PaintedMask): Box | undefined {
  const first = bytes.indexOf(1)
  if (first < 0) return undefined
  const top = Math.floor(first / width)
  const bottom = Math.floor(bytes.lastIndexOf(1) / width)
  let left = width
  let right = 0
  for (let y = top; y <= bottom; y++) {
    const row = bytes.subarray(y * width, (y + 1) * width)
    const start = row.indexOf(1)
    if (start < 0) continue
    left = Math.min(left, start)
    right = Math.max(right, row.lastIndexOf(1))
  }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
}

export function union(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (!a || !b) return a ?? b
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

export interface Point {
  readonly x: number
  readonly y: number
}
