import type { Box } from '../worker/picture'

/** What is painted on a picture: a byte for each pixel, of which each kind of mark has its bits. */
export interface Marks {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** Repair this pixel. */
export const missing = 1
/** Copy nothing from it. */
export const forbidden = 2
/** The colour it is to have: its number in a list, from 1, in these bits; 0 for none. */
export const wished = 0xf8
export const mostWishes = 31
const everything = 0xff

export function isMissing(mark: number): boolean {
  return (mark & missing) !== 0
}

export function isForbidden(mark: number): boolean {
  return (mark & forbidden) !== 0
}

/** The number of the colour that is wished for, or 0. */
export function wishOf(mark: number): number {
  return mark >> 3
}

export const paints = {
  missing: { bits: missing, value: missing },
  forbidden: { bits: forbidden, value: forbidden },
  wish: (number: number): Paint => ({ bits: wished, value: number << 3 }),
  nothing: { bits: everything, value: 0 },
} as const

/** A change to some pixels: those bits of theirs become these. */
export interface Paint {
  readonly bits: number
  readonly value: number
}

export function emptyMarks(width: number, height: number): Marks {
  return { bytes: new Uint8Array(width * height), width, height }
}

/** Paints with a round brush from one point to another, and says where. */
export function paintLine(
  marks: Marks,
  from: Point,
  to: Point,
  radius: number,
  { bits, value }: Paint,
): Box {
  const { bytes, width } = marks
  // However fine the brush, it leaves a mark.
  const reach = Math.max(radius, 0.71)
  const box = within(marks, {
    x: Math.min(from.x, to.x) - reach,
    y: Math.min(from.y, to.y) - reach,
    right: Math.max(from.x, to.x) + reach,
    bottom: Math.max(from.y, to.y) + reach,
  })
  const dx = to.x - from.x
  const dy = to.y - from.y
  const squaredLength = dx * dx + dy * dy || 1
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      // From the pixel's centre to the nearest point of the line.
      const px = x + 0.5 - from.x
      const py = y + 0.5 - from.y
      const along = Math.min(1, Math.max(0, (px * dx + py * dy) / squaredLength))
      const ex = px - along * dx
      const ey = py - along * dy
      const i = y * width + x
      if (ex * ex + ey * ey <= reach * reach) bytes[i] = (bytes[i] & ~bits) | value
    }
  }
  return box
}

/** Paints what is inside a closed line (by the even-odd rule), and says where. */
export function paintPolygon(marks: Marks, points: readonly Point[], { bits, value }: Paint): Box {
  const { bytes, width } = marks
  const box = within(marks, {
    x: Math.min(...points.map(({ x }) => x)),
    y: Math.min(...points.map(({ y }) => y)),
    right: Math.max(...points.map(({ x }) => x)),
    bottom: Math.max(...points.map(({ y }) => y)),
  })
  for (let y = box.y; y < box.y + box.height; y++) {
    const crossings = crossingsAt(points, y + 0.5)
    for (let n = 0; n + 1 < crossings.length; n += 2) {
      // Pixels whose centres are between the two.
      const first = Math.max(Math.ceil(crossings[n] - 0.5), box.x)
      const end = Math.min(Math.ceil(crossings[n + 1] - 0.5), box.x + box.width)
      for (let i = y * width + first; i < y * width + end; i++) {
        bytes[i] = (bytes[i] & ~bits) | value
      }
    }
  }
  return box
}

function crossingsAt(points: readonly Point[], y: number): number[] {
  const crossings: number[] = []
  points.forEach((to, n) => {
    const from = points.at(n - 1) as Point
    if (from.y <= y === to.y <= y) return
    crossings.push(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x))
  })
  return crossings.sort((a, b) => a - b)
}

function within(
  { width, height }: Marks,
  edges: { x: number; y: number; right: number; bottom: number },
): Box {
  const x = Math.min(Math.max(Math.floor(edges.x), 0), width)
  const y = Math.min(Math.max(Math.floor(edges.y), 0), height)
  return {
    x,
    y,
    width: Math.max(Math.min(Math.ceil(edges.right), width) - x, 0),
    height: Math.max(Math.min(Math.ceil(edges.bottom), height) - y, 0),
  }
}

/** The marks in a box, row by row. */
export function cutMarks({ bytes, width }: Marks, box: Box): Uint8Array {
  const part = new Uint8Array(box.width * box.height)
  for (let y = 0; y < box.height; y++) {
    const from = (box.y + y) * width + box.x
    part.set(bytes.subarray(from, from + box.width), y * box.width)
  }
  return part
}

export function pasteMarks({ bytes, width }: Marks, box: Box, part: Uint8Array): void {
  for (let y = 0; y < box.height; y++) {
    bytes.set(part.subarray(y * box.width, (y + 1) * box.width), (box.y + y) * width + box.x)
  }
}

export function union(a: Box | undefined, b: Box): Box {
  if (!a || a.width === 0 || a.height === 0) return b
  if (b.width === 0 || b.height === 0) return a
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
