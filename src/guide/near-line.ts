import type { Points } from './guide'

/** A part of a line, straight, with its direction, of length 1. */
export interface Piece {
  readonly dx: number
  readonly dy: number
}

/**
 * Calls `visit` for the pixels within `reach` of a line, piece by piece, so that some are visited several
 * times: with how far they are from this piece, negative on its left where y points down.
 *
 * @param size The image, outside of which nothing is visited.
 */
export function eachNear(
  points: Points,
  reach: number,
  size: { readonly width: number; readonly height: number },
  visit: (x: number, y: number, distance: number, piece: Piece) => void,
): void {
  for (let n = 1; n < points.length; n++) {
    const [fromX, fromY] = points[n - 1]
    const x = points[n][0] - fromX
    const y = points[n][1] - fromY
    const length = Math.sqrt(x * x + y * y)
    if (length === 0) continue
    const piece = { dx: x / length, dy: y / length }
    // In short pieces: the box around a slanted one is hardly larger than what is near it.
    const longest = Math.max(reach, 8)
    const count = Math.ceil(length / longest)
    for (let k = 0; k < count; k++) {
      const startX = fromX + (k / count) * x
      const startY = fromY + (k / count) * y
      nearPiece(startX, startY, length / count, piece)
    }
  }

  function nearPiece(startX: number, startY: number, length: number, piece: Piece): void {
    const { dx, dy } = piece
    const endX = startX + length * dx
    const endY = startY + length * dy
    const left = Math.max(Math.ceil(Math.min(startX, endX) - reach), 0)
    const right = Math.min(Math.floor(Math.max(startX, endX) + reach), size.width - 1)
    const top = Math.max(Math.ceil(Math.min(startY, endY) - reach), 0)
    const bottom = Math.min(Math.floor(Math.max(startY, endY) + reach), size.height - 1)
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const along = (x - startX) * dx + (y - startY) * dy
        const across = (y - startY) * dx - (x - startX) * dy
        const past = along < 0 ? along : along > length ? along - length : 0
        const distance = Math.sqrt(across * across + past * past)
        if (distance <= reach) visit(x, y, across < 0 ? -distance : distance, piece)
      }
    }
  }
}
