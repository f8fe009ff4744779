import type { Sides } from './sides'

/** Components of the tensor per pixel: xx, xy, yy. */
export const COMPONENTS = 3

/**
 * Writes the sum of ∇I ∇Iᵀ over the planes, `scale` times the gradients, for the pixels listed. The
 * derivatives hardly depend on direction, across 3 x 3 pixels as they are: Scharr's weights, 3 10 3.
 */
export function gradientProducts(
  planes: readonly Float64Array[],
  { left, right, above, below }: Sides,
  pixels: Int32Array,
  scale: number,
  products: Float64Array,
): void {
  for (let n = 0; n < pixels.length; n++) {
    const i = pixels[n]
    const a = above[i]
    const b = below[i]
    let xx = 0
    let xy = 0
    let yy = 0
    for (let c = 0; c < planes.length; c++) {
      const plane = planes[c]
      const falling = 3 * (plane[right[b]] - plane[left[a]])
      const rising = 3 * (plane[right[a]] - plane[left[b]])
      const x = (scale / 32) * (10 * (plane[right[i]] - plane[left[i]]) + falling + rising)
      const y = (scale / 32) * (10 * (plane[b] - plane[a]) + falling - rising)
      xx += x * x
      xy += x * y
      yy += y * y
    }
    products[COMPONENTS * i] = xx
    products[COMPONENTS * i + 1] = xy
    products[COMPONENTS * i + 2] = yy
  }
}
