/** A picture as the library takes it: RGB where nothing is transparent, or else RGBA. */
export interface Picture {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  readonly channels: 3 | 4
}

const mostPixels = 24e6

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
export function imageDataOf(picture: Picture, box: Box): ImageData {
  const { data, width, channels } = picture
  const part = new ImageData(box.width, box.height)
  for (let y = 0, to = 0; y < box.height; y++) {
    let from = ((box.y + y) * width + box.x) * channels
    for (let x = 0; x < box.width; x++, to += 4, from += channels) {
      part.data[to] = data[from]
      part.data[to + 1] = data[from + 1]
      part.data[to + 2] = data[from + 2]
      part.data[to + 3] = channels === 4 ? data[from + 3] : 255
    }
  }
  return part
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function draw(bitmap: ImageBitmap): ImageData {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser has no memory left for the picture.')
  context.drawImage(bitmap, 0, 0)
  return context.getImageData(0, 0, bitmap.width, bitmap.height)
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
