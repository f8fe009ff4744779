import { depthsOf } from '../depths'
import { KNOWN, type Lattice } from '../elliptic/lattice'
import { locatePixels } from '../locate-pixels'
import type { Patch } from '../patch'
import { pixelsOf } from './pixels-of'
import { createSmoothing } from './smoothing'
import { COMPONENTS, gradientProducts } from './structure-tensor'

/** Over how many pixels directions are smoothed: long enough to bridge a gap, short enough to bend. */
const SCALE = 5

/** Gradients so much weaker than the mean, in their squares, are no direction. */
const NOISE_FLOOR = 0.01

/** How far along the isophote vorticity is looked up: less blurs oblique edges, more misses thin ones. */
const STEP_PER_DEPTH = 0.4
const LEAST_STEP = Math.SQRT2
const MOST_STEP = 3

/** Which way the isophotes run through the missing pixels, and how surely. */
export interface Isophotes {
  /** Measures them in the present fill. */
  readonly measure: (planes: readonly Float64Array[]) => void
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

/** @param contrast What a difference of 1 is worth: directions are not to depend on the sample's unit. */
export function createIsophotes(
  patch: Patch,
  lattice: Lattice,
  contrast: number,
  // Only what touches a missing pixel changes later.
  near = pixelsOf(lattice, patch.missing),
): Isophotes {
  const { missing, imageWidth, imageHeight } = patch
  const { up, down, size } = lattice
  const depths = depthsOf(lattice, missing)
  const [columns, rows] = coordinatesOf(patch)
  const smooth = createSmoothing(patch, lattice, SCALE)
  const products = new Float64Array(COMPONENTS * size)
  const tensors = new Float64Array(COMPONENTS * size)
  const strengths = new Float64Array(missing.length)
  const corners = new Int32Array(4 * missing.length)
  const fractions = new Float64Array(4 * missing.length)
  let floor = -1

  return { measure, strengths, corners, fractions }

  function measure(planes: readonly Float64Array[]): void {
    const first = floor < 0
    gradientProducts(planes, lattice, first ? pixelsOf(lattice) : near, 1 / contrast, products)
    if (first) floor = NOISE_FLOOR * meanTrace(products, lattice)
    smooth(products, tensors)
    for (let n = 0; n < missing.length; n++) {
      const i = COMPONENTS * missing[n]
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
      const step = Math.min(Math.max(STEP_PER_DEPTH * depths[missing[n]], LEAST_STEP), MOST_STEP)
      const along = length > 0 ? step / length : 0
      place(2 * n, -gy * along, gx * along)
      place(2 * n + 1, gy * along, -gx * along)
    }
  }

  /** A point of the lattice beside missing pixel `point / 2`; one outside the image is moved inside. */
  function place(point: number, dx: number, dy: number): void {
    const n = point >> 1
    const i = missing[n]
    const x = Math.min(Math.max(columns[n] + dx, 0), imageWidth - 1)
    const y = Math.min(Math.max(rows[n] + dy, 0), imageHeight - 1)
    const left = Math.floor(x)
    const top = Math.floor(y)
    let upper = i
    for (let row = rows[n]; row > top; row--) upper = up[upper]
    for (let row = rows[n]; row < top; row++) upper = down[upper]
    const lower = top + 1 < imageHeight ? down[upper] : upper
    corners[2 * point] = upper + left - columns[n]
    corners[2 * point + 1] = lower + left - columns[n]
    fractions[2 * point] = x - left
    fractions[2 * point + 1] = y - top
  }
}

/** Column and row of each missing pixel. */
function coordinatesOf({ runs, missing }: Patch): [columns: Int32Array, rows: Int32Array] {
  const columns = new Int32Array(missing.length)
  const rows = new Int32Array(missing.length)
  locatePixels(runs, missing, (_, x, y, n) => {
    columns[n] = x
    rows[n] = y
  })
  return [columns, rows]
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
