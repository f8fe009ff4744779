import type { PixelLayout } from '../fast-marching/lay-out'
import { KNOWN } from '../fast-marching/pixel-state'
import type { Workspace } from '../fast-marching/workspace'
import { layOutGaussian } from './gaussian'
import type { SmoothedImage } from './smoothed-image'

/** The structure tensor of what is known of a picture, at its missing pixels (2007, sec. 4.2). */
export interface StructureTensor {
  /** Measures all gradients of a patch of so many pixels. `unit` is what they are multiplied by. */
  readonly begin: (pixels: number, channels: number, rho: number, unit: number) => void
  /** Measures anew the gradients near pixels that have become known. */
  readonly update: () => void
  /** Averages the gradients' products around `p`, over what is known there, into `tensor`. */
  readonly gather: (p: number) => void
  /** The tensor's elements, xx, xy and yy. */
  readonly tensor: Float64Array
}

const mostReach = 100

export function createStructureTensor(
  workspace: Workspace,
  { smooth, support, changed, update: updateSmoothed }: SmoothedImage,
): StructureTensor {
  const { state, up, down } = workspace as PixelLayout
  // For each pixel the three products, averaged over the channels, and 1; four zeros where it is not
  // known. One array, because they are read together.
  const products = new Float64Array(4 * state.length)
  const stamps = new Int32Array(state.length)
  const weights = new Float64Array(2 * mostReach + 1)
  const tensor = new Float64Array(3)
  const sums = new Float64Array(4)
  let reach = 0
  let plane = 0
  let end = 0
  let scale = 0
  let stamp = 0

  function begin(pixels: number, channels: number, rho: number, unit: number): void {
    plane = pixels
    end = plane * channels
    reach = layOutGaussian(rho, weights)
    scale = (unit * unit) / (4 * channels)
    stamp = 0
    stamps.fill(0, 0, plane)
    products.fill(0, 0, 4 * plane)
    for (let i = 1; i < plane; i++) if (state[i] & KNOWN) measure(i)
  }

  function update(): void {
    const n = updateSmoothed()
    stamp++
    for (let k = 0; k < n; k++) {
      const i = changed[k]
      remeasure(i)
      remeasure(i - 1)
      remeasure(i + 1)
      remeasure(up[i])
      remeasure(down[i])
    }
  }

  function remeasure(i: number): void {
    if ((state[i] & KNOWN) === 0 || stamps[i] === stamp) return
    stamps[i] = stamp
    measure(i)
  }

  /** Central differences; a neighbour of which nothing is known is taken for equal to the pixel. */
  function measure(i: number): void {
    const left = support[i - 1] > 0 ? i - 1 : i
    const right = support[i + 1] > 0 ? i + 1 : i
    const above = support[up[i]] > 0 ? up[i] : i
    const below = support[down[i]] > 0 ? down[i] : i
    let xx = 0
    let xy = 0
    let yy = 0
    for (let c = 0; c < end; c += plane) {
      const x = smooth[c + right] - smooth[c + left]
      const y = smooth[c + below] - smooth[c + above]
      xx += x * x
      xy += x * y
      yy += y * y
    }
    products[4 * i] = xx * scale
    products[4 * i + 1] = xy * scale
    products[4 * i + 2] = yy * scale
    products[4 * i + 3] = 1
  }

  function gather(p: number): void {
    sums.fill(0)
    gatherRow(p, weights[reach])
    for (let k = 1, a = up[p], b = down[p]; k <= reach; k++, a = up[a], b = down[b]) {
      if (a > 0) gatherRow(a, weights[reach + k])
      if (b > 0) gatherRow(b, weights[reach + k])
    }
    tensor[0] = sums[0] / sums[3]
    tensor[1] = sums[1] / sums[3]
    tensor[2] = sums[2] / sums[3]
  }

  function gatherRow(middle: number, weight: number): void {
    let xx = 0
    let xy = 0
    let yy = 0
    let s = 0
    const width = 2 * reach + 1
    for (let k = 0, i = 4 * (middle - reach); k < width; k++, i += 4) {
      const w = weights[k]
      xx += w * products[i]
      xy += w * products[i + 1]
      yy += w * products[i + 2]
      s += w * products[i + 3]
    }
    sums[0] += weight * xx
    sums[1] += weight * xy
    sums[2] += weight * yy
    sums[3] += weight * s
  }

  return { begin, update, gather, tensor }
}
