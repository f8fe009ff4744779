import { goodSize } from '../fft/index'
import type { Scene } from './method'
import { mirror } from './mirror'
import type { Psf } from './psf/psf'
import { taper } from './taper'

/**
 * What lies outside the picture's frame, for light was blurred into it and out of it.
 *
 * - `'free'`: unknown, and found out with the rest. What a camera did.
 * - `'reflect'`: the picture mirrored.
 * - `'taper'`: the picture's edge, fading into its own blur.
 * - `'zero'`: nothing, darkness.
 * - `'periodic'`: the picture again, as if it were printed on a ring. For simulations.
 */
export type Boundary = 'free' | 'reflect' | 'taper' | 'zero' | 'periodic'

export const boundaries: readonly Boundary[] = ['free', 'reflect', 'taper', 'zero', 'periodic']

/** The size of the plane, joined left to right and top to bottom, on which a picture is deconvolved. */
export function planeSize(
  boundary: Boundary,
  psf: Psf,
  width: number,
  height: number,
): [width: number, height: number] {
  if (boundary === 'periodic') return [width, height]
  return [
    goodSize(width + marginOf(boundary, psf, 0)),
    goodSize(height + marginOf(boundary, psf, 1)),
  ]
}

/** How many more columns (axis 0) or rows (axis 1) are needed. */
function marginOf(boundary: Boundary, psf: Psf, axis: 0 | 1): number {
  const size = axis === 0 ? psf.width : psf.height
  // As far as light gets; it may come back in from the other side of the margin, but not into the frame.
  if (boundary === 'zero') return Math.max(psf.origin[axis], size - 1 - psf.origin[axis])
  // What the frame's two sides see of the outside must not be the same.
  if (boundary === 'free') return size - 1
  return 2 * size
}

/** Continues a picture, which lies in its plane's top left corner, over the rest of the plane. */
export function extend(framed: FramedPlane, boundary: Boundary, scene: Scene): void {
  if (boundary === 'reflect') mirror(framed)
  if (boundary === 'taper' || boundary === 'free') taper(framed, scene)
}

/** A picture in the top left corner of a plane that is joined left to right and top to bottom. */
export interface FramedPlane {
  readonly plane: Float64Array
  readonly width: number
  readonly height: number
  readonly frameWidth: number
  readonly frameHeight: number
}
