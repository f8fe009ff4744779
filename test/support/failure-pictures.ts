import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Bytes } from './pictures'
import { encodePng } from './png'

/** Where the pictures of failed comparisons go. */
export const failures = fileURLToPath(new URL('../failures/', import.meta.url))

export function writeFailure(file: string, image: Bytes): void {
  mkdirSync(failures, { recursive: true })
  writeFileSync(failures + file, pngOf(image))
}

/** A PNG has at most 4 channels; of more, all are shown side by side in grey. */
function pngOf({ data, width, height, channels }: Bytes): Buffer {
  if (channels <= 4) return encodePng(data, width, height, channels)
  const grey = new Uint8Array(data.length)
  for (let i = 0; i < data.length; i++) {
    const pixel = Math.floor(i / channels)
    const row = Math.floor(pixel / width)
    grey[(row * channels + (i % channels)) * width + (pixel % width)] = data[i]
  }
  return encodePng(grey, width * channels, height, 1)
}
