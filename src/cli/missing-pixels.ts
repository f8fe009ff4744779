import { fullScale, hasAlpha, type Picture } from './read-image'

/** Where the missing pixels are marked. */
export type MaskSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'color'; readonly color: readonly number[]; readonly tolerance: number }
  | { readonly kind: 'alpha' }

/** A mask of one byte per pixel, 1 where it is missing. */
export interface MissingPixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly count: number
}

/** Marked by a mask: missing wherever a colour channel is above the threshold (of 255). */
export function markedByMask(mask: Picture, threshold: number, invert: boolean): MissingPixels {
  const { data, channels } = mask
  const colors = hasAlpha(mask) ? channels - 1 : channels
  const most = (threshold * fullScale(mask)) / 255
  return mark(mask, invert, (i) => {
    for (let c = 0; c < colors; c++) if (data[i + c] > most) return true
    return false
  })
}

/** Marked by a colour painted on the photo: missing wherever every channel is that close to it (of 255). */
export function markedByColor(
  photo: Picture,
  color: readonly number[],
  tolerance: number,
  invert: boolean,
): MissingPixels {
  const { data, channels } = photo
  const scale = fullScale(photo) / 255
  const step = channels < 3 ? 0 : 1 // grey stands for all three colours
  const near = (sample: number, wanted: number) =>
    Math.abs(sample - wanted * scale) <= tolerance * scale
  return mark(
    photo,
    invert,
    (i) =>
      near(data[i], color[0]) &&
      near(data[i + step], color[1]) &&
      near(data[i + 2 * step], color[2]),
  )
}

/** Marked by transparency: missing wherever it, `255 - alpha`, is above the threshold (of 255). */
export function markedByAlpha(photo: Picture, threshold: number, invert: boolean): MissingPixels {
  if (!hasAlpha(photo)) {
    throw new Error('--mask alpha: expected an image with transparency, got one without')
  }
  const { data, channels } = photo
  const least = (1 - threshold / 255) * fullScale(photo)
  return mark(photo, invert, (i) => data[i + channels - 1] < least)
}

function mark(
  { data, width, height, channels }: Picture,
  invert: boolean,
  isMarked: (index: number) => boolean,
): MissingPixels {
  const missing = new Uint8Array(width * height)
  let count = 0
  for (let i = 0, p = 0; i < data.length; i += channels, p++) {
    if (isMarked(i) === invert) continue
    missing[p] = 1
    count++
  }
  return { data: missing, width, height, count }
}
