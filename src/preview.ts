import type { Image } from './image/image'
import { copyImage } from './image/picture'
import type { AnyPatch } from './patch'
import type { Work } from './repair'

/** The picture as it is by now, with a patch pasted into a copy of it, filled or estimated. */
export function previewOf({ picture, paste }: Work, patch: AnyPatch): Image {
  const copy = copyImage(picture.result)
  paste(patch, copy)
  return copy.result
}
