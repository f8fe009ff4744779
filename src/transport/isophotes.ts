import { depthsOf } from '../depths'
import type { Lattice } from '../elliptic/lattice'
import { KNOWN } from '../elliptic/pixel-kind'
import { locatePixels } from '../locate-pixels'
import type { Patch } from '../patch'
import { pixelsOf } from './pixels-of'
import type { Sides } from './sides'
import { createSmoothing } from './smoothing'
import { COMPONENTS, gradientProducts } from './structure-tensor'

/** Over how many pixels directions are smoothed: long enough to bridge a gap, short enough to bend. */
const SCALE = 5

/** Gradients so much weaker than the mean, in their squares, are no direction. */
const NOISE_FLOOR = 0.01

/** How far along the isophote vorticity is looked up: less blurs oblique edges, more misses thin ones. */
const STEP_PER_DEPTH = 0.4
const MOST_STEP = 3

/** Which way the isophotes run through the missing pixels, and how surely. */
export interface Isophotes {
  /** Measures them in the present fill. */
  readonly measure: () => void
  /** Per missing pixel, 0 to 1: 1 where all around it run the same way, 0 where none prevails. */
  readonly strengths: Float64Array
  /**
   * Where one step along the isophote leads, either way: two points per missing pixel, each between
   * four pixels. `corners` are the left ones of these, upper and lower, and `fractions` how far the
   * point is to the right and below.
   */
  readonly corners: Int32Array
  readonly fractions: Float64Array
}

/**
 * @param planes The channels, with a first fill.
 * @param near The pixels that are missing or touch a missing one: gradients change there alone.
 * @param contrast What a difference of 1 is worth: directions are not to depend on the sample's unit.
 */
export function createIsophotes(
  { runs, missing, imageWidth, imageHeight }: Patch,
  planes: readonly Float64Array[],
  lattice: Lattice,
  sides: Sides,
  near: Int32Array,
  contrast: number,
): Isophotes {
  const { above, below } = sides
  const depths = depthsOf(lattice, missing)
  const smooth = createSmoothing(sides, SCALE)
  const products = new Float64Array(COMPONENTS * lattice.size)
  const tensors = new Float64Array(COMPONENTS * lattice.size)
  const strengths = new Float64Array(missing.length)
  const corners = new Int32Array(4 * missing.length)
  const fractions = new Float64Array(4 * missing.length)
  gradientProducts(planes, sides, pixelsOf(lattice, sides), 1 / contrast, products)
  const floor = NOISE_FLOOR * meanTrace(products, lattice)

  return { measure, strengths, corners, fractions }

  function measure(): void {
    gradientProducts(planes, sides, near, 1 / contrast, products)
    smooth(products, tensors)
    locatePixels(runs, missing, (pixel, column, row, n) => {
      const i = COMPONENTS * pixel
      const xx = tensors[i]
      const xy = tensors[i + 1]
      const yy = tensors[i + 2]
      // The difference of the eigenvalues; their sum is the trace.
      const difference = Math.sqrt((xx - yy) * (xx - yy) + 4 * xy * xy)
      const anisotropy = difference / (xx + yy + floor)
      strengths[n] = difference > 0 ? anisotropy * anisotropy : 0
      // The gradient's direction is the greater eigenvalue's; written so that nothing cancels.
      const gx = xx > yy ? difference + xx - yy : 2 * xy
      const gy = xx > yy ? 2 * xy : difference + yy - xx
      const length = Math.sqrt(gx * gx + gy * gy)
      const step = Math.min(Math.max(STEP_PER_DEPTH * depths[pixel], Math.SQRT2), MOST_STEP)
      const along = length > 0 ? step / length : 0
      place(4 * n, pixel, column, row, -gy * along, gx * along)
      place(4 * n + 2, pixel, column, row, gy * along, -gx * along)
    })
  }

  /** A point of the lattice beside a missing pixel; one outside the image is moved inside. */
  function place(
    at: number,
    pixel: number,
    column: number,
    row: number,
    dx: number,
    dy: number,
  ): void {
    const x = Math.min(Math.max(column + dx, 0), imageWidth - 1)
    const y = Math.min(Math.max(row + dy, 0), imageHeight - 1)
    const left = Math.floor(x)
    const top = Math.floor(y)
    let upper = pixel
    for (let r = row; r > top; r--) upper = above[upper]
    for (let r = row; r < top; r++) upper = below[upper]
    corners[at] = upper + left - column
    corners[at + 1] = below[upper] + left - column
    fractions[at] = x - left
    fractions[at + 1] = y - top
  }
}

function meanTrace(products: Float64Array, { kind }: Lattice): number {
  let sum = 0
  let count = 0
  for (let i = 0; i < kind.length; i++) {
    if (kind[i] !== KNOWN) continue
    sum += products[COMPONENTS * i] + products[COMPONENTS * i + 2]
    count++
  }
  return sum / count
}
