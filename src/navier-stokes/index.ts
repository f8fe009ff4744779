import type { Image } from '../image/image'
import type { Mask } from '../mask/mask'
import { optionsFrom, type RepairOptions, repair } from '../repair'
import { navierStokes as method } from './method'
import type { NavierStokesOptions } from './options'

export type { Image, NdarrayImage, RawImage, Samples, SharpImage } from '../image/image'
export type { Mask, MaskData, MaskOptions } from '../mask/mask'
// Under this name OpenCV's form was imported before it had a subpath of its own.
export { ns } from '../ns/index'
export type { RepairOptions } from '../repair'
export type { NavierStokesOptions } from './options'

/**
 * Navier-Stokes inpainting: intensity is the stream function of a fluid, its Laplacian, the vorticity,
 * is carried along the isophotes into the hole, and a Poisson equation turns it back into intensity,
 * in turns until nothing changes. Edges, lines and bends go on through the hole.
 *
 * For narrow damage: scratches, text, cracks, spots up to some 20 pixels wide. In the middle of wider
 * holes it is as blurred as `harmonic`. No filled sample leaves the range of the known ones within 16
 * pixels of its hole.
 *
 * @param image As for `inpaint`: any kind of image, 8-bit, 16-bit or float, any number of channels,
 * which share the direction of the isophotes.
 * @param mask As many pixels as the image; non-zero means missing.
 * @param radius Accepted as for every method, 1 to 100, and without effect: the equation has none.
 * Or an object with all options.
 * @param options The rest: `viscosity`, `iterations`, `tolerance`, how to read the mask, `dilate`, `feather`,
 * `onProgress`, `signal`.
 * @returns The repaired image, of the same kind as `image`.
 * @throws {TypeError} An argument is of the wrong kind, or an option is unknown.
 * @throws {RangeError} A size or a value is wrong, or no known pixel is left to fill from.
 * @example
 * ```ts
 * import { navierStokes } from 'isophote/navier-stokes'
 *
 * // an edge with a gap two pixels wide
 * const row = [9, 9, 9, 1, 1, 1]
 * const data = new Uint8Array([...row, ...row, ...row, ...row, ...row, ...row])
 * const mask = data.map((_, i) => (i >= 12 && i < 24 ? 1 : 0))
 * const filled = navierStokes({ data, width: 6, height: 6 }, mask)
 * console.log(filled.data.slice(12, 18)) // Uint8Array(6) [ 9, 9, 9, 1, 1, 1 ]
 * ```
 * @see M. Bertalmio, A. L. Bertozzi, G. Sapiro, "Navier-Stokes, Fluid Dynamics, and Image and Video
 * Inpainting", CVPR 2001, doi:10.1109/CVPR.2001.990497
 */
export function navierStokes<I extends Image>(
  image: I,
  mask?: Mask | null,
  radius?: number | (RepairOptions & NavierStokesOptions),
  options?: RepairOptions & NavierStokesOptions,
): I {
  return repair<I, NavierStokesOptions>(image, mask, method, optionsFrom(radius, options))
}
