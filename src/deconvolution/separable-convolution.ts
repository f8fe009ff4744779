import type { Convolution } from './convolution'
import type { Scene } from './method'
import { createPairSums, type PairSums, type Taps } from './pair-sums'
import type { Psf } from './psf/psf'

/** Doubles for a row and as many blurred ones as the PSF has: 3 MB, which cost nothing until touched. */
const room = 400_000

let reserved: PairSums | undefined

/** A PSF as the product of a column and a row, each of which reads the same from both ends. */
export interface Profiles {
  readonly across: Float64Array
  readonly down: Float64Array
}

/**
 * A convolution with such a PSF, which is that of a Gaussian, a box or a stroke along an axis: every row
 * is blurred along itself, and the last few of those rows are summed, while they are in the cache.
 */
export function separableConvolution(scene: Scene, { across, down }: Profiles): Convolution {
  const { width, height, litWidth, litHeight, psf } = scene
  const ofRow = tapsOf(across)
  const ofColumn = tapsOf(down)
  // In the sums' memory lie the result, a row, continued as far as the PSF reaches, and the last rows,
  // blurred along themselves.
  const line = litWidth
  const lineLength = litWidth + psf.width - 1
  const ring = line + lineLength
  // A line of the cache more than a row: the same columns of all rows would compete for the same lines.
  const stride = litWidth + 8
  for (let i = 0; i < ofRow.places.length; i++) ofRow.at[i] = line + ofRow.places[i]
  /** The plane's first rows, which are needed again at its end. */
  const head = new Float64Array(psf.height * width)

  return (plane, conjugate, take) => {
    reserved ??= createPairSums(room)
    const { memory, sum } = reserved
    // From so far to the left, and from above, light gets into a pixel.
    const left = conjugate ? psf.origin[0] : psf.width - 1 - psf.origin[0]
    const above = conjugate ? psf.origin[1] : psf.height - 1 - psf.origin[1]
    head.set(plane.subarray(0, head.length))

    for (let r = 0; r < litHeight + psf.height - 1; r++) {
      const y = r - above
      const from = y < height ? plane : head
      const row = from.subarray(((y + height) % height) * width).subarray(0, width)
      for (let to = (left % width) - width; to < lineLength; to += width) {
        const first = Math.max(0, -to)
        memory.set(row.subarray(first, Math.min(width, lineLength - to)), line + to + first)
      }
      sum(ofRow, ring + (r % psf.height) * stride, litWidth)

      const top = r - psf.height + 1
      if (top < 0) continue
      for (let i = 0; i < ofColumn.places.length; i++) {
        ofColumn.at[i] = ring + ((top + ofColumn.places[i]) % psf.height) * stride
      }
      sum(ofColumn, 0, litWidth)
      take(memory, 0, top * width, litWidth)
    }
  }
}

/** About how many nanoseconds it takes. */
export function separableCost({ litWidth, litHeight, psf }: Scene): number {
  if ((psf.height + 2) * (litWidth + 8) + psf.width > room) return Infinity
  const pairs = pairsOf(psf.width) * (1 + psf.height / litHeight) + pairsOf(psf.height)
  return litWidth * litHeight * (perPair * pairs + 0.7)
}

/** Nanoseconds a pair of taps takes for each sample, as the transforms are reckoned: only the ratio matters. */
const perPair = 0.36

/** The profiles of a PSF that has them, but for rounding errors. */
export function profilesOf({ data, width, height }: Psf): Profiles | undefined {
  const most = data.reduce((max, value) => Math.max(max, value), 0)
  const peak = data.indexOf(most)
  const row = peak - (peak % width)
  const across = data.slice(row, row + width)
  const down = Float64Array.from(
    { length: height },
    (_, y) => data[y * width + (peak % width)] / most,
  )
  const isAlike = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-15 * most
  const isProduct = data.every((value, i) =>
    isAlike(value, down[Math.floor(i / width)] * across[i % width]),
  )
  const areEven =
    across.every((value, x) => isAlike(value, across[width - 1 - x])) &&
    down.every((value, y) => isAlike(most * value, most * down[height - 1 - y]))
  return isProduct && areEven ? { across, down } : undefined
}

function tapsOf(profile: Float64Array): Taps & { readonly places: Int32Array } {
  const n = profile.length
  const pairs = pairsOf(n)
  const weights = new Float64Array(pairs)
  const places = new Int32Array(2 * pairs)
  for (let k = 0; 2 * k < n; k++) {
    const other = n - 1 - k
    // The middle one is its own partner.
    weights[k] = k === other ? profile[k] / 2 : profile[k]
    places[2 * k] = k
    places[2 * k + 1] = other
  }
  return { weights, places, at: new Int32Array(2 * pairs) }
}

function pairsOf(taps: number): number {
  return 4 * Math.ceil(taps / 8)
}
