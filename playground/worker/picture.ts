/** A picture as the library takes it: RGB where nothing is transparent, or else RGBA. */
export interface Picture {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  readonly channels: 3 | 4
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What cameras call 24 megapixels is up to 24.5. */
const mostPixels = 24.5e6

/** @throws {Error} The file is no picture, or too large; the message is for the user. */
export async function readPicture(file: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(file).catch(() => {
    const name = file instanceof File ? `“${file.name}”` : 'This'
    throw new Error(`${name} is not a picture this browser can read. Try a JPEG, PNG or WebP file.`)
  })
  const { width, height } = bitmap
  if (width * height > mostPixels) {
    bitmap.close()
    const megapixels = ((width * height) / 1e6).toFixed(1)
    throw new Error(`That picture has ${megapixels} megapixels; this page takes up to 24.`)
  }
  const { data } = draw(bitmap)
  bitmap.close()
  return isOpaque(data)
    ? { data: withoutAlpha(data), width, height, channels: 3 }
    : { data, width, height, channels: 4 }
}

/** A part of a picture as canvases take it. */
export function rgbaOf({ data, width, channels }: Picture, box: Box): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(box.width * box.height * 4)
  for (let y = 0, to = 0; y < box.height; y++) {
    let from = ((box.y + y) * width + box.x) * channels
    for (let x = 0; x < box.width; x++, to += 4, from += channels) {
      rgba[to] = data[from]
      rgba[to + 1] = data[from + 1]
      rgba[to + 2] = data[from + 2]
      rgba[to + 3] = channels === 4 ? data[from + 3] : 255
    }
  }
  return rgba
}

/** A part of a picture, as a picture. */
export function crop({ data, width, channels }: Picture, box: Box): Picture {
  const part = new Uint8ClampedArray(box.width * box.height * channels)
  const row = box.width * channels
  for (let y = 0; y < box.height; y++) {
    const from = ((box.y + y) * width + box.x) * channels
    part.set(data.subarray(from, from + row), y * row)
  }
  return { data: part, width: box.width, height: box.height, channels }
}

/** Copies a box from one picture to the same place of another of that size. */
export function copyBox(from: Picture, to: Picture, box: Box): void {
  const { width, channels } = from
  for (let y = box.y; y < box.y + box.height; y++) {
    const start = (y * width + box.x) * channels
    to.data.set(from.data.subarray(start, start + box.width * channels), start)
  }
}

/** The box with so many pixels more to every side, as far as the picture goes. */
export function grown(box: Box, margin: number, { width, height }: Picture): Box {
  const x = Math.max(box.x - margin, 0)
  const y = Math.max(box.y - margin, 0)
  return {
    x,
    y,
    width: Math.min(box.x + box.width + margin, width) - x,
    height: Math.min(box.y + box.height + margin, height) - y,
  }
}

export async function pngOf(
  { width, height }: Box | Picture,
  rgba: Uint8ClampedArray,
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  contextOf(canvas).putImageData(new ImageData(rgba as ImageDataArray, width, height), 0, 0)
  return canvas.convertToBlob({ type: 'image/png' })
}

function draw(bitmap: ImageBitmap): ImageData {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = contextOf(canvas)
  context.drawImage(bitmap, 0, 0)
  return context.getImageData(0, 0, bitmap.width, bitmap.height)
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser has no memory left for the picture.')
  return context
}

function isOpaque(rgba: Uint8ClampedArray): boolean {
  for (let i = 3; i < rgba.length; i += 4) if (rgba[i] !== 255) return false
  return true
}

function withoutAlpha(rgba: Uint8ClampedArray): Uint8ClampedArray {
  const rgb = new Uint8ClampedArray((rgba.length / 4) * 3)
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = rgba[from]
    rgb[to + 1] = rgba[from + 1]
    rgb[to + 2] = rgba[from + 2]
  }
  return rgb
}
