import { createRandom, integer, type Random } from './random'

/** Draws damage of one kind: 255 is missing, 0 is known. At least one pixel is always known. */
export type DrawMask = (width: number, height: number, seed: number) => Uint8Array

/**
 * Lines of writing made of random strokes: thin, jagged, with small closed loops, as text is. No
 * font is needed, and no picture depends on one.
 */
export const text: DrawMask = (width, height, seed) => {
  const random = createRandom(seed)
  const mask = new Uint8Array(width * height)
  const letterWidth = 8
  const lineHeight = 15
  for (let top = 2; top + 10 < height; top += lineHeight) {
    for (let left = 2; left + letterWidth < width; left += letterWidth) {
      if (random() < 0.15) continue
      let x = left + integer(random, 0, 5)
      let y = top + integer(random, 0, 9)
      for (let stroke = integer(random, 2, 4); stroke > 0; stroke--) {
        const toX = left + integer(random, 0, 5)
        const toY = top + integer(random, 0, 9)
        drawLine(mask, width, height, x, y, toX, toY, 1)
        x = toX
        y = toY
      }
    }
  }
  return mask
}

/** Long thin lines at any angle, some of them across the whole image. */
export const scratches: DrawMask = (width, height, seed) => {
  const random = createRandom(seed)
  const mask = new Uint8Array(width * height)
  for (let line = 0; line < 7; line++) {
    const x = integer(random, -10, width + 10)
    const y = integer(random, -10, height + 10)
    const toX = integer(random, -10, width + 10)
    const toY = integer(random, -10, height + 10)
    drawLine(mask, width, height, x, y, toX, toY, line % 3 === 0 ? 1 : 0)
  }
  return mask
}

/** Round holes, apart and overlapping, also across the edges. */
export const discs: DrawMask = (width, height, seed) => {
  const random = createRandom(seed)
  const mask = new Uint8Array(width * height)
  for (let disc = 0; disc < 9; disc++) {
    const r = integer(random, 1, 9)
    drawDisc(mask, width, height, integer(random, 0, width), integer(random, 0, height), r)
  }
  return mask
}

/** One square of half the width, thick enough that its middle is far from anything known. */
export const largeSquare: DrawMask = (width, height) => {
  const mask = new Uint8Array(width * height)
  const side = Math.floor(Math.min(width, height) / 2)
  const left = Math.floor((width - side) / 2)
  const top = Math.floor((height - side) / 3)
  fillRectangle(mask, width, left, top, left + side, top + side)
  return mask
}

/** The share `density` of all pixels, each for itself. */
export function randomPixels(density: number): DrawMask {
  return (width, height, seed) => {
    const random = createRandom(seed)
    const mask = new Uint8Array(width * height)
    for (let i = 0; i < mask.length; i++) mask[i] = random() < density ? 255 : 0
    mask[integer(random, 0, mask.length - 1)] = 0
    return mask
  }
}

/** Strips along all four edges and blocks in all four corners, of every thickness from 1 to 5. */
export const borders: DrawMask = (width, height, seed) => {
  const random = createRandom(seed)
  const mask = new Uint8Array(width * height)
  const along = (length: number): [number, number] => {
    const from = integer(random, Math.floor(length / 4), Math.floor(length / 3))
    return [from, from + Math.floor(length / 3)]
  }
  const [x0, x1] = along(width)
  const [y0, y1] = along(height)
  const block = (): number => integer(random, 1, 5)
  fillRectangle(mask, width, x0, 0, x1, block())
  fillRectangle(mask, width, x0, height - block(), x1, height)
  fillRectangle(mask, width, 0, y0, block(), y1)
  fillRectangle(mask, width, width - block(), y0, width, y1)
  fillRectangle(mask, width, 0, 0, block(), block())
  fillRectangle(mask, width, width - block(), 0, width, block())
  fillRectangle(mask, width, 0, height - block(), block(), height)
  fillRectangle(mask, width, width - block(), height - block(), width, height)
  return mask
}

/** A frame one pixel wide around the image, and a second one with a row of known pixels between. */
export const frames: DrawMask = (width, height) => {
  const mask = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const depth = Math.min(x, y, width - 1 - x, height - 1 - y)
      if (depth === 0 || depth === 2) mask[y * width + x] = 255
    }
  }
  return mask
}

/** Every kind of damage, by name. */
export const masks = {
  text,
  scratches,
  discs,
  'large square': largeSquare,
  'random 50 %': randomPixels(0.5),
  'random 90 %': randomPixels(0.9),
  'borders and corners': borders,
  frames,
} satisfies Record<string, DrawMask>

/** How many pixels a mask marks as missing. */
export function countMissing(mask: ArrayLike<number>): number {
  let count = 0
  for (let i = 0; i < mask.length; i++) if (mask[i] !== 0) count++
  return count
}

function fillRectangle(
  mask: Uint8Array,
  width: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
): void {
  for (let y = top; y < bottom; y++) mask.fill(255, y * width + left, y * width + right)
}

function drawDisc(
  mask: Uint8Array,
  width: number,
  height: number,
  centreX: number,
  centreY: number,
  radius: number,
): void {
  for (let y = Math.max(centreY - radius, 0); y <= Math.min(centreY + radius, height - 1); y++) {
    for (let x = Math.max(centreX - radius, 0); x <= Math.min(centreX + radius, width - 1); x++) {
      if ((x - centreX) ** 2 + (y - centreY) ** 2 <= radius * radius) mask[y * width + x] = 255
    }
  }
}

/** A line of `1 + thicker` pixels, stepped along its longer side. */
function drawLine(
  mask: Uint8Array,
  width: number,
  height: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  thicker: number,
): void {
  const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1)
  for (let step = 0; step <= steps; step++) {
    const x = Math.round(x0 + ((x1 - x0) * step) / steps)
    const y = Math.round(y0 + ((y1 - y0) * step) / steps)
    for (let dy = 0; dy <= thicker; dy++) {
      for (let dx = 0; dx <= thicker; dx++) {
        const inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height
        if (inside) mask[(y + dy) * width + x + dx] = 255
      }
    }
  }
}

/** A random mask of a random kind, for fuzzing: dense or sparse dots, blocks, or both. */
export function anyMask(random: Random, width: number, height: number): Uint8Array {
  const density = random() < 0.5 ? random() * 0.2 : random()
  const mask = randomPixels(density)(width, height, integer(random, 0, 2 ** 31))
  for (let blocks = integer(random, 0, 3); blocks > 0; blocks--) {
    const left = integer(random, 0, width - 1)
    const top = integer(random, 0, height - 1)
    const right = Math.min(width, left + integer(random, 1, 12))
    const bottom = Math.min(height, top + integer(random, 1, 12))
    fillRectangle(mask, width, left, top, right, bottom)
  }
  mask[integer(random, 0, mask.length - 1)] = 0
  return mask
}
