import { type Lattice, NO_PIXEL } from '../elliptic/lattice'

/** Components of the tensor per pixel: xx, xy, yy. */
export const COMPONENTS = 3

/** Derivatives across 3 x 3 pixels that hardly depend on direction: Scharr's weights, 3 10 3. */
const STRAIGHT = 10 / 32
const DIAGONAL = 3 / 32

/**
 * Writes the sum of ∇I ∇Iᵀ over the planes, `scale` times the gradients, for the pixels listed. At
 * the image's edge a pixel outside is the nearest one inside.
 */
export function gradientProducts(
  planes: readonly Float64Array[],
  { kind, up, down }: Lattice,
  pixels: Int32Array,
  scale: number,
  products: Float64Array,
): void {
  for (let n = 0; n < pixels.length; n++) {
    const i = pixels[n]
    const a = up[i] === 0 ? i : up[i]
    const b = down[i] === 0 ? i : down[i]
    const left = i - (kind[i - 1] === NO_PIXEL ? 0 : 1)
    const right = i + (kind[i + 1] === NO_PIXEL ? 0 : 1)
    const aLeft = a - (kind[a - 1] === NO_PIXEL ? 0 : 1)
    const aRight = a + (kind[a + 1] === NO_PIXEL ? 0 : 1)
    const bLeft = b - (kind[b - 1] === NO_PIXEL ? 0 : 1)
    const bRight = b + (kind[b + 1] === NO_PIXEL ? 0 : 1)
    let xx = 0
    let xy = 0
    let yy = 0
    for (let c = 0; c < planes.length; c++) {
      const plane = planes[c]
      const falling = (plane[bRight] - plane[aLeft]) * DIAGONAL
      const rising = (plane[aRight] - plane[bLeft]) * DIAGONAL
      const x = scale * ((plane[right] - plane[left]) * STRAIGHT + falling + rising)
      const y = scale * ((plane[b] - plane[a]) * STRAIGHT + falling - rising)
      xx += x * x
      xy += x * y
      yy += y * y
    }
    products[COMPONENTS * i] = xx
    products[COMPONENTS * i + 1] = xy
    products[COMPONENTS * i + 2] = yy
  }
}
