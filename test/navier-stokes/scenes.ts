import type { Raster } from '../support/pictures'

export const side = 96
const centre = (side - 1) / 2

/** A drawing in coordinates from the middle, each pixel the mean of 4 x 4 points: edges as a camera sees them. */
export function scene(brightness: (x: number, y: number) => number): Raster<Float64Array> {
  const data = new Float64Array(side * side)
  for (let i = 0; i < data.length; i++) {
    const x = (i % side) - centre
    const y = Math.floor(i / side) - centre
    let sum = 0
    for (let n = 0; n < 16; n++) {
      sum += brightness(x + ((n % 4) - 1.5) / 4, y + (Math.floor(n / 4) - 1.5) / 4)
    }
    data[i] = sum / 16
  }
  return { data, width: side, height: side, channels: 1 }
}

/** A disc in the middle, missing. */
export function discOf(radius: number): Uint8Array {
  return Uint8Array.from({ length: side * side }, (_, i) =>
    Math.hypot((i % side) - centre, Math.floor(i / side) - centre) <= radius ? 255 : 0,
  )
}

/** The image with nothing in its missing pixels. */
export function without(image: Raster<Float64Array>, mask: Uint8Array): Raster<Float64Array> {
  return { ...image, data: image.data.map((value, i) => (mask[i] !== 0 ? NaN : value)) }
}

/** Between pixels, in coordinates from the middle. */
export function valueAt({ data }: Raster<Float64Array>, x: number, y: number): number {
  const left = Math.floor(x + centre)
  const top = Math.floor(y + centre)
  const right = x + centre - left
  const below = y + centre - top
  const i = top * side + left
  const upper = data[i] * (1 - right) + data[i + 1] * right
  const lower = data[i + side] * (1 - right) + data[i + side + 1] * right
  return upper * (1 - below) + lower * below
}

/** Root mean square over the missing pixels. */
export function difference(a: Raster, b: Raster, mask: Uint8Array): number {
  let squares = 0
  let count = 0
  for (let i = 0; i < a.data.length; i++) {
    if (mask[Math.floor(i / a.channels)] === 0) continue
    squares += (a.data[i] - b.data[i]) ** 2
    count++
  }
  return Math.sqrt(squares / count)
}
