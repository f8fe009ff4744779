import { extname } from 'node:path'

/** What is read and written. */
export type Format = 'jpeg' | 'png' | 'webp' | 'tiff'

/** The format a file's name promises; `undefined` for any other. */
export function formatOf(file: string): Format | undefined {
  return formats[extname(file).toLowerCase()]
}

/** In error messages and in the help. */
export const formatNames = 'JPEG, PNG, WebP or TIFF'

const formats: Record<string, Format | undefined> = {
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.png': 'png',
  '.webp': 'webp',
  '.tif': 'tiff',
  '.tiff': 'tiff',
}
