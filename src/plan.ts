import { areasOf } from './auto/areas'
import { chooseFor } from './auto/choose'
import { auto } from './auto/method'
import type { Image } from './image/image'
import type { Mask, MaskOptions } from './mask/mask'
import type { MethodName } from './methods'
import { cutPatch } from './patch'
import { prepare } from './repair'
import type { SeamOptions } from './seam'

/** A hole, and how `'auto'` fills it. */
export interface PlannedHole {
  /** The box around it, in pixels. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** How many pixels are missing. */
  readonly pixels: number
  readonly method: MethodName
  /** Why this method, in words. */
  readonly reason: string
}

/**
 * Says how `inpaint` with the method `'auto'` fills each hole, without filling any.
 *
 * @param image As for `inpaint`: any kind of image, 8-bit, 16-bit or float, any number of channels.
 * @param mask As many pixels as the image; non-zero means missing.
 * @param options How to read the mask, `dilate` and `feather`, as for `inpaint`.
 * @returns The holes, from top to bottom: missing pixels that touch each other, at a side or a corner.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} A size or a value is wrong, or no known pixel is left to fill from.
 * @example
 * ```ts
 * import { plan } from 'isophote'
 *
 * const image = { data: new Uint8Array(48).fill(7), width: 8, height: 6 }
 * const mask = image.data.map((_, i) => (i === 18 || i === 19 ? 1 : 0))
 * const [{ x, y, width, height, method, reason }] = plan(image, mask)
 * console.log(x, y, width, height, method) // 2 2 2 1 ns
 * console.log(reason) // the same colour all around: it is continued, exactly
 * ```
 */
export function plan(
  image: Image,
  mask: Mask | null | undefined,
  options: MaskOptions & SeamOptions = {},
): PlannedHole[] {
  const { picture, missing, missingPixels, outlines } = prepare(image, mask, auto, { ...options })
  const largest = outlines.reduce((most, { size }) => Math.max(most, size), 0)
  const indices = new Int32Array(missingPixels)
  const planes = new Float64Array(largest * picture.channels)
  const holes = outlines.flatMap((outline) =>
    areasOf(cutPatch(picture, missing, outline, indices, planes)).map((area) => ({
      x: area.left,
      y: area.top,
      width: area.right - area.left,
      height: area.bottom - area.top,
      pixels: area.pixels.length,
      ...chooseFor(area),
    })),
  )
  return holes.sort((a, b) => a.y - b.y || a.x - b.x)
}
