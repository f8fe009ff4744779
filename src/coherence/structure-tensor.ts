import { KNOWN } from '../fast-marching/pixel-state'
import type { Workspace } from '../fast-marching/workspace'
import { layOutGaussian } from './gaussian'
import type { SmoothedImage } from './smoothed-image'

/** The structure tensor of what is known of a picture, at its missing pixels (Bornemann and März 2007). */
export interface StructureTensor {
  /**
   * Measures all gradients of a patch of so many pixels, each pixel of which is smeared over `smear`
   * to every side. `unit` is what gradients are multiplied by.
   */
  readonly begin: (
    pixels: number,
    channels: number,
    rho: number,
    smear: number,
    unit: number,
  ) => void
  /** Measures anew the gradients near `order[start]` to `order[end - 1]`, which have become known. */
  readonly add: (start: number, end: number) => void
  /** Averages the gradients' products around `p`, over what is known there, into `tensor`. */
  readonly gather: (p: number) => void
  /** The tensor's elements: xx, xy and yy; and the weight of what they are averages of. */
  readonly tensor: Float64Array
}

const mostReach = 100

export function createStructureTensor(
  { state, up, down, order }: Workspace,
  { smooth, support }: SmoothedImage,
  exponential: (x: number) => number,
): StructureTensor {
  // For each pixel its three products, averaged over the channels, and 1; four zeros where it is not
  // known. They are read together, so they lie together.
  const products = new Float64Array(4 * state.length)
  const isMeasured = new Int32Array(state.length)
  const weights = new Float64Array(2 * mostReach + 1)
  const tensor = new Float64Array(4)
  let reach = 0
  let smear = 0
  let plane = 0
  let end = 0
  let scale = 0
  let round = 0

  function begin(
    pixels: number,
    channels: number,
    rho: number,
    smearReach: number,
    unit: number,
  ): void {
    plane = pixels
    end = plane * channels
    reach = layOutGaussian(rho, weights, exponential)
    smear = smearReach
    scale = (unit * unit) / (4 * channels)
    round = 0
    isMeasured.fill(0, 0, plane)
    products.fill(0, 0, 4 * plane)
    for (let i = 1; i < plane; i++) if (state[i] & KNOWN) measure(i)
  }

  function add(first: number, last: number): void {
    round++
    for (let n = first; n < last; n++) measureAround(order[n])
  }

  /** A pixel's smoothed value changes as far as a known one is smeared, its gradient one further. */
  function measureAround(p: number): void {
    measureRow(p, smear + 1)
    for (let k = 1, a = up[p], b = down[p]; k <= smear + 1; k++, a = up[a], b = down[b]) {
      const half = k <= smear ? smear + 1 : smear
      if (a > 0) measureRow(a, half)
      if (b > 0) measureRow(b, half)
    }
  }

  function measureRow(middle: number, half: number): void {
    for (let i = middle - half; i <= middle + half; i++) {
      if ((state[i] & KNOWN) === 0 || isMeasured[i] === round) continue
      isMeasured[i] = round
      measure(i)
    }
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
    const at = 4 * i
    products[at] = xx * scale
    products[at + 1] = xy * scale
    products[at + 2] = yy * scale
    products[at + 3] = 1
  }

  function gather(p: number): void {
    // The first numbers of a patch are no pixels: a row of them holds nothing.
    const nowhere = reach
    tensor.fill(0)
    gatherRows(p, nowhere, weights[reach])
    for (let k = 1, a = up[p], b = down[p]; k <= reach; k++, a = up[a], b = down[b]) {
      gatherRows(a || nowhere, b || nowhere, weights[reach + k])
    }
    for (let k = 0; k < 3; k++) tensor[k] /= tensor[3]
  }

  /** Both halves of two rows at a time: their weights are the same. */
  function gatherRows(above: number, below: number, weight: number): void {
    let a = 4 * above
    let b = 4 * below
    const middle = weights[reach]
    let xx = middle * (products[a] + products[b])
    let xy = middle * (products[a + 1] + products[b + 1])
    let yy = middle * (products[a + 2] + products[b + 2])
    let s = middle * (products[a + 3] + products[b + 3])
    let c = a
    let d = b
    for (let k = reach + 1; k <= 2 * reach; k++) {
      a -= 4
      b -= 4
      c += 4
      d += 4
      const w = weights[k]
      xx += w * (products[a] + products[b] + (products[c] + products[d]))
      xy += w * (products[a + 1] + products[b + 1] + (products[c + 1] + products[d + 1]))
      yy += w * (products[a + 2] + products[b + 2] + (products[c + 2] + products[d + 2]))
      s += w * (products[a + 3] + products[b + 3] + (products[c + 3] + products[d + 3]))
    }
    tensor[0] += weight * xx
    tensor[1] += weight * xy
    tensor[2] += weight * yy
    tensor[3] += weight * s
  }

  return { begin, add, gather, tensor }
}
