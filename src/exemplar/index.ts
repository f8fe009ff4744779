import type { GuideOptions } from '../guide/guide'
import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'
import { optionsFrom, type RepairOptions, repair } from '../repair'
import { type ExemplarOptions, exemplar as method } from './method'

export type { Guide, GuideOptions, Line, Points } from '../guide/guide'
export type { Image, NdarrayImage, RawImage, Samples, SharpImage } from '../image/image'
export type { Mask, MaskData, MaskOptions } from '../mask/mask'
export type { RepairOptions } from '../repair'
export type { ExemplarOptions } from './method'
export { type ReplayOptions, replay } from './replay'
export type { SourceMap } from './source-map'
export { type Completion, type VariantOptions, variants } from './variants'

/**
 * Completion from the picture itself: a large hole is filled with pieces of its surroundings, chosen
 * so that everywhere small patches look like patches of the rest. Takes a person or a sign out of a
 * photograph and leaves the scene.
 *
 * Every filled pixel is a copy of a known one, but for its brightness, which is fitted where pieces
 * meet. All holes are filled together; what is copied comes from the box around them and at least as
 * much again to every side. Where no 7 x 7 pixels are known in one piece, tones are continued.
 *
 * @param image As for `inpaint`: any kind of image, 8-bit, 16-bit or float, any number of channels. The
 * first three are compared, as colours; further ones go along.
 * @param mask As many pixels as the image; non-zero means missing. Rather too large than too small: of
 * what sticks out of it the filling is made.
 * @param radius Accepted as for every method, 1 to 100, and without effect. Or an object with all
 * options.
 * @param options The rest: `seed`, `location`, `guide`, how to read the mask, `dilate`, `feather`,
 * `onProgress`, `signal`.
 * @returns The repaired image, of the same kind as `image`; the same for the same arguments everywhere.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} A size or a value is wrong, no known pixel is left to fill from, or the guide
 * allows none to be copied.
 * @example
 * ```ts
 * import { exemplar } from 'isophote/exemplar'
 *
 * // a checkerboard with a hole
 * const board = new Uint8Array(1600).map((_, i) => (((i >> 2) + Math.floor(i / 160)) % 2 ? 200 : 50))
 * const mask = board.map((_, i) => (i % 40 > 14 && i % 40 < 25 && i > 600 && i < 1000 ? 1 : 0))
 * const data = board.map((value, i) => (mask[i] ? 0 : value))
 * const filled = exemplar({ data, width: 40, height: 40 }, mask)
 * console.log(filled.data.every((value, i) => value === board[i])) // true
 * ```
 * @see Y. Wexler, E. Shechtman, M. Irani, "Space-Time Completion of Video", IEEE Transactions on Pattern
 * Analysis and Machine Intelligence 29(3), 2007, doi:10.1109/TPAMI.2007.60
 * @see C. Barnes, E. Shechtman, A. Finkelstein, D. B. Goldman, "PatchMatch: A Randomized Correspondence
 * Algorithm for Structural Image Editing", ACM Transactions on Graphics 28(3), 2009,
 * doi:10.1145/1531326.1531330
 * @see A. Newson, A. Almansa, M. Fradet, Y. Gousseau, P. Pérez, "Video Inpainting of Complex Scenes", SIAM
 * Journal on Imaging Sciences 7(4), 2014, doi:10.1137/140954933
 */
export function exemplar<I extends Image>(
  image: I,
  mask?: Mask | null,
  radius?: number | (RepairOptions & ExemplarOptions & GuideOptions),
  options?: RepairOptions & ExemplarOptions & GuideOptions,
): I {
  return repair<I, ExemplarOptions & GuideOptions>(
    image,
    mask,
    method,
    optionsFrom(radius, options),
  )
}
