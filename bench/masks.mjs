import { createRandom } from './random.mjs'

/** The four kinds of damage, as functions of the picture's side. One byte per pixel, 1 = missing. */
export const masks = { text, scratches, square, random }

export function missingPixels(mask) {
  let count = 0
  for (let i = 0; i < mask.length; i++) if (mask[i] !== 0) count++
  return count
}

// Letters as strokes on a grid 2 wide and 4 high, the base line at 4: no font is needed, so the
// mask is the same everywhere.
const letters = [
  [0, 4, 1, 0, 2, 4, 1.5, 2.7, 0.5, 2.7], // A
  [2, 0.6, 1, 0, 0, 1, 0, 3, 1, 4, 2, 3.4], // C
  [2, 0, 0, 0, 0, 2, 1.6, 2, 0, 2, 0, 4, 2, 4], // E
  [0, 0, 0, 4, 0, 2, 2, 2, 2, 0, 2, 4], // H
  [1, 0, 1, 4], // I
  [0, 0, 0, 4, 2, 4], // L
  [0, 4, 0, 0, 2, 4, 2, 0], // N
  [1, 0, 0, 1, 0, 3, 1, 4, 2, 3, 2, 1, 1, 0], // O
  [0, 4, 0, 0, 1.5, 0, 2, 1, 1.5, 2, 0, 2], // P
  [2, 0.4, 1, 0, 0, 1, 2, 3, 1, 4, 0, 3.6], // S
  [0, 0, 2, 0, 1, 0, 1, 4], // T
  [0, 0, 0, 3, 1, 4, 2, 3, 2, 0], // U
]

/** Lines of writing, letters 22 pixels high, strokes 3 to 4 wide, about one blank in six. */
function text(side) {
  const mask = new Uint8Array(side * side)
  const next = createRandom(1)
  for (let y = 14; y < side - 26; y += 38) {
    const width = 3 + next()
    for (let x = 10; x < side - 22; x += 19) {
      if (next() < 0.16) continue
      const letter = letters[Math.floor(next() * letters.length)]
      const points = letter.map((v, i) => (i % 2 ? y : x) + v * 5.5)
      drawPolyline(mask, side, points, width)
    }
  }
  return mask
}

/** Thin curves. Their length grows with the picture, their width of 1 to 4 pixels does not. */
export function scratches(side, count = 12) {
  const mask = new Uint8Array(side * side)
  const next = createRandom(2)
  for (let n = 0; n < count; n++) {
    const x = next() * side
    const y = next() * side
    const angle = next() * Math.PI * 2
    const bend = (next() - 0.5) * 2
    const length = side * (0.6 + next() * 0.5)
    const width = 1 + next() * 3
    const points = []
    for (let s = 0; s <= 40; s++) {
      const along = length * (s / 40 - 0.5)
      const across = (bend * along * along) / length
      points.push(
        x + along * Math.cos(angle) - across * Math.sin(angle),
        y + along * Math.sin(angle) + across * Math.cos(angle),
      )
    }
    drawPolyline(mask, side, points, width)
  }
  return mask
}

/** One thick hole in the middle, 40 % of the side. */
function square(side) {
  const hole = Math.round(side * 0.4)
  return centredSquare(side, hole)
}

export function centredSquare(side, hole) {
  const mask = new Uint8Array(side * side)
  const start = (side - hole) >> 1
  for (let y = start; y < start + hole; y++) {
    mask.fill(1, y * side + start, y * side + start + hole)
  }
  return mask
}

/** Every other pixel, by chance. */
function random(side) {
  return randomDots(side, 0.5)
}

/** The given share of all pixels, each by chance. */
export function randomDots(side, share) {
  const mask = new Uint8Array(side * side)
  const next = createRandom(3)
  for (let i = 0; i < mask.length; i++) mask[i] = next() < share ? 1 : 0
  return mask
}

function drawPolyline(mask, side, points, width) {
  for (let i = 0; i + 3 < points.length; i += 2) {
    drawStroke(mask, side, points[i], points[i + 1], points[i + 2], points[i + 3], width)
  }
}

/** Sets every pixel whose centre is at most half the width away from the segment. */
function drawStroke(mask, side, x0, y0, x1, y1, width) {
  const r = width / 2
  const dx = x1 - x0
  const dy = y1 - y0
  const square = dx * dx + dy * dy || 1
  const left = Math.max(0, Math.floor(Math.min(x0, x1) - r))
  const right = Math.min(side - 1, Math.ceil(Math.max(x0, x1) + r))
  const top = Math.max(0, Math.floor(Math.min(y0, y1) - r))
  const bottom = Math.min(side - 1, Math.ceil(Math.max(y0, y1) + r))
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const t = Math.min(Math.max(((x - x0) * dx + (y - y0) * dy) / square, 0), 1)
      if (Math.hypot(x - x0 - t * dx, y - y0 - t * dy) <= r) mask[y * side + x] = 1
    }
  }
}

/** Three holes with wavy rims, `share` of the picture in all. */
export function blobs(width, height, share) {
  const mask = new Uint8Array(width * height)
  const places = [
    [0.28, 0.32, 1.1, 0.4],
    [0.7, 0.4, 0.85, 2],
    [0.45, 0.76, 1, 4],
  ]
  const radius = Math.sqrt((share * width * height) / Math.PI / 2.98)
  for (let i = 0; i < mask.length; i++) {
    for (const [left, top, size, turn] of places) {
      const x = (i % width) - left * width
      const y = Math.floor(i / width) - top * height
      const angle = Math.atan2(y, x)
      const wave = 1 + 0.2 * Math.sin(5 * angle + turn) + 0.1 * Math.sin(11 * angle + turn * 3)
      if (Math.hypot(x, y) < radius * size * wave) mask[i] = 1
    }
  }
  return mask
}
