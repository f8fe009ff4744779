import type { FramedPlane } from './boundary'

/**
 * Fills the margin beside and below the frame with the frame's mirror images: of its right edge,
 * fading into that of its left edge, to which the margin's other side is joined; down likewise.
 */
export function mirror({ plane, width, height, frameWidth, frameHeight }: FramedPlane): void {
  for (let y = 0; y < frameHeight; y++) {
    mirrorLine(plane, y * width, 1, frameWidth, width)
  }
  for (let x = 0; x < width; x++) mirrorLine(plane, x, width, frameHeight, height)
}

function mirrorLine(
  plane: Float64Array,
  start: number,
  step: number,
  known: number,
  length: number,
): void {
  for (let i = known; i < length; i++) {
    const t = (i - known + 0.5) / (length - known)
    const fade = t * t * (3 - 2 * t)
    const before = plane[start + Math.max(2 * known - 1 - i, 0) * step]
    const after = plane[start + Math.min(length - 1 - i, known - 1) * step]
    plane[start + i * step] = before + fade * (after - before)
  }
}
