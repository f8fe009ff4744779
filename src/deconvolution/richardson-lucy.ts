import { checkNumber, checkOneOf, describe } from '../image/check'
import { type Convolution, createConvolution } from './convolution'
import type { Method, Scene, Solver } from './method'

/** The options of `'richardson-lucy'`. */
export interface RichardsonLucyOptions {
  /**
   * How many at most, 1 to 10000, default 10. More is sharper, until noise and ringing take over.
   * Without acceleration it takes the square of as many, or nearly half that: 45 for 10, 100 for 15.
   */
  readonly iterations?: number
  /**
   * `true` (the default) takes longer and longer steps and keeps some of the last one, by the nu-method
   * (Brakhage 1987); `'biggs-andrews'` extrapolates from iteration to iteration (1997), for which take
   * 1.6 times as many iterations; `false` is the method as it was published.
   */
  readonly acceleration?: boolean | 'biggs-andrews'
  /** What to start from: an even plane (`'flat'`, the default) or the blurred picture (`'image'`). */
  readonly start?: 'flat' | 'image'
  /**
   * Weight of total variation, 0 to 0.2, default 0: what keeps noise from growing. Try 0.0002
   * to 0.002, the latter for a noisy picture; more flattens texture (Dey et al. 2006).
   */
  readonly tv?: number
  /**
   * Differences from the picture below this, in its own units, are not pursued further: two or
   * three standard deviations of its noise keep flat regions flat (White 1994). Default 0.
   */
  readonly damping?: number
  /** Light that was added after the blur, in the picture's units, from 0, default 0: a dark current, a sky. */
  readonly background?: number
  /** The noise's standard deviation, in the picture's units: stops once the result explains the picture that well. */
  readonly noise?: number
}

/**
 * Richardson-Lucy: the likeliest scene if the picture's noise is that of counted light, from an even
 * grey and sharper with each iteration; never negative.
 *
 * `x <- x H'(y / Hx) / H'1`, sums running over known samples only.
 */
export const richardsonLucy: Method<RichardsonLucyOptions> = {
  boundary: 'free',
  optionNames: ['iterations', 'acceleration', 'start', 'tv', 'damping', 'background', 'noise'],
  check({ iterations = 1, acceleration = true, start = 'flat', tv, damping, background, noise }) {
    checkNumber('iterations', iterations, 1, 10_000, 'whole number')
    if (typeof acceleration !== 'boolean' && acceleration !== 'biggs-andrews') {
      throw new TypeError(
        `acceleration: expected true, false or 'biggs-andrews', got ${describe(acceleration)}`,
      )
    }
    checkOneOf('start', start, ['flat', 'image'])
    checkNumber('tv', tv ?? 0, 0, 0.2)
    checkNumber('damping', damping ?? 0, 0)
    checkNumber('background', background ?? 0, 0)
    checkNumber('noise', noise ?? 0, 0)
  },
  prepare,
}

function prepare(
  scene: Scene,
  {
    iterations = 10,
    acceleration = true,
    start = 'flat',
    tv = 0,
    damping = 0,
    background = 0,
    noise = 0,
  }: RichardsonLucyOptions,
): Solver {
  const { width, height, litWidth, litHeight, weights } = scene
  const size = width * height
  const convolve = createConvolution(scene)
  const sensitivity = weights && sensitivityOf(weights, convolve)
  const known = weights ? sumOf(weights, scene) : litWidth * litHeight

  // The result, and where it was an iteration ago.
  const x = new Float64Array(size)
  const lastX = new Float64Array(acceleration ? size : 0)
  // How far the last two iterations moved what they were given, which is x unless one looks ahead.
  const looksAhead = acceleration === 'biggs-andrews'
  const move = new Float64Array(looksAhead ? size : 0)
  const lastMove = new Float64Array(looksAhead ? size : 0)
  const given = looksAhead ? new Float64Array(size) : x
  const slopes = tv > 0 ? ([new Float64Array(size), new Float64Array(size)] as const) : undefined
  // Of picture to blurred estimate, and dark where there is no light.
  const ratios = new Float64Array(size)

  return (data, listener) => {
    for (let i = 0; i < size; i++) data[i] = Math.max(data[i], 0)
    const mean = sumOf(data, scene, weights) / known
    const floor = 1e-12 * (mean || 1)
    if (start === 'image') x.set(data)
    else {
      // From any even start the first iteration is the same.
      const even = Math.max(mean - background, floor)
      x.fill(0)
      for (let y = 0; y < litHeight; y++) x.fill(even, y * width, y * width + litWidth)
    }

    const model = { weights, background, floor, damping }
    for (let k = 0; ; k++) {
      const isLast = k === iterations
      // Only to tell how good it is takes another blur.
      if (isLast && !listener.iteration) return x
      if (looksAhead) {
        const ahead = isLast || k < 2 ? 0 : extrapolation(move, lastMove)
        goAhead(x, lastX, ahead, given)
        lastX.set(x)
        lastMove.set(move)
      }

      let squares = 0
      convolve(given, false, (blurred, from, at, count) => {
        squares += toRatios(blurred, from, data, at, count, model, ratios)
      })
      const residual = Math.sqrt(squares / known)
      listener.iteration?.(k, residual)
      if (isLast || residual <= noise) return given
      let light = 0
      let strideLight = 0
      if (slopes) findSlopes(given, width, height, tv, slopes)
      convolve(ratios, true, (correction, from, at, count) => {
        if (slopes) flatten(correction, from, at, count, width, height, tv, slopes)
        if (sensitivity) compensate(correction, from, sensitivity, at, count)
        if (acceleration === true) {
          light += plainLight(x, at, correction, from, count)
          strideLight += stride(x, lastX, at, correction, from, count, k + 1)
        } else correct(x, given, at, correction, from, count)
      })
      if (strideLight > 0) scale(x, light / strideLight)
      if (looksAhead) subtract(x, given, move)
      listener.progress((k + 1) / iterations)
    }
  }
}

/** What the ratios of picture to blurred estimate depend on beside these. */
interface Model {
  readonly weights: Float64Array | undefined
  readonly background: number
  readonly floor: number
  readonly damping: number
}

/**
 * The ratios `W y / (Hx + b)` in a row, of which there is the blurred estimate `Hx`.
 *
 * @returns The sum of the squared differences of the known samples.
 */
function toRatios(
  blurred: Float64Array,
  from: number,
  data: Float64Array,
  at: number,
  count: number,
  { weights, background, floor, damping }: Model,
  ratios: Float64Array,
): number {
  let squares = 0
  for (
    let i = from | 0, k = at | 0, end = (at + count) | 0;
    k < end;
    i = (i + 1) | 0, k = (k + 1) | 0
  ) {
    if (weights && weights[k] === 0) {
      ratios[k] = 0
      continue
    }
    const model = Math.max(blurred[i] + background, floor)
    const difference = data[k] - model
    squares += difference * difference
    if (damping > 0) {
      // White (1994), eq. 14 with N = 10, its deviance that of normal noise.
      const ratio = difference / damping
      const u = Math.min(ratio * ratio, 1)
      const u3 = u * u * u
      ratios[k] = 1 + (u3 * u3 * u3 * (10 - 9 * u) * difference) / model
    } else {
      ratios[k] = data[k] / model
    }
  }
  return squares
}

/** Corrects a row. */
function correct(
  x: Float64Array,
  given: Float64Array,
  at: number,
  correction: Float64Array,
  from: number,
  count: number,
): void {
  for (
    let i = from | 0, k = at | 0, end = (at + count) | 0;
    k < end;
    i = (i + 1) | 0, k = (k + 1) | 0
  ) {
    x[k] = given[k] * Math.max(correction[i], 0)
  }
}

/**
 * Corrects a row in iteration k by `omega` times the plain step, and `mu` times the last one again: the
 * nu-method for nu = 1. A pixel keeps some of its light in every
 * iteration, and so never gets negative; all together have as much as after the plain step.
 *
 * @returns How much light the row has then.
 *
 * @see M. Hanke, "Accelerated Landweber iterations for the solution of ill-posed equations", Numerische
 * Mathematik 60, 1991, doi:10.1007/BF01385727, which has the formulas of H. Brakhage 1987
 */
function stride(
  x: Float64Array,
  lastX: Float64Array,
  at: number,
  correction: Float64Array,
  from: number,
  count: number,
  k: number,
): number {
  let light = 0
  const mu = ((k - 1) * (2 * k - 3) * (2 * k + 1)) / ((k + 1) * (2 * k + 3) * (2 * k - 1))
  const omega = (4 * (2 * k + 1) * k) / ((k + 1) * (2 * k + 3))
  for (
    let i = from | 0, j = at | 0, end = (at + count) | 0;
    j < end;
    i = (i + 1) | 0, j = (j + 1) | 0
  ) {
    const now = x[j]
    const next = now + mu * (now - lastX[j]) + omega * now * (correction[i] - 1)
    lastX[j] = now
    // Where all is dark, it is dark at once.
    x[j] = correction[i] > 0 ? Math.max(next, leastShare * now) : 0
    light += x[j]
  }
  return light
}

/** How much light a row would have after the plain step. */
function plainLight(
  x: Float64Array,
  at: number,
  correction: Float64Array,
  from: number,
  count: number,
): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += x[at + i] * Math.max(correction[from + i], 0)
  return sum
}

function scale(x: Float64Array, factor: number): void {
  for (let i = 0; i < x.length; i++) x[i] *= factor
}

/** How much of a pixel's light an iteration leaves at least: less loses peaks that others have outshone. */
const leastShare = 0.3

/** Divides a row of the correction by how much the known samples have seen of each pixel. */
function compensate(
  correction: Float64Array,
  from: number,
  sensitivity: Float64Array,
  at: number,
  count: number,
): void {
  for (let i = from, k = at; k < at + count; i++, k++) {
    // What they have hardly seen stays as it was.
    correction[i] = sensitivity[k] > 1e-3 ? correction[i] / sensitivity[k] : 1
  }
}

/** `H'W`: how much of each pixel's light the known samples have seen. */
function sensitivityOf(weights: Float64Array, convolve: Convolution): Float64Array {
  const sensitivity = new Float64Array(weights.length)
  convolve(weights, true, (row, from, at, count) => {
    sensitivity.set(row.subarray(from, from + count), at)
  })
  return sensitivity
}

/** `given = x + ahead (x - lastX)`, not below 0. */
function goAhead(x: Float64Array, lastX: Float64Array, ahead: number, given: Float64Array): void {
  for (let i = 0; i < x.length; i++) given[i] = Math.max(x[i] + ahead * (x[i] - lastX[i]), 0)
}

function subtract(a: Float64Array, b: Float64Array, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = a[i] - b[i]
}

/** The factor of Biggs and Andrews (1997), eq. 7: how much alike the last two moves were. */
function extrapolation(move: Float64Array, lastMove: Float64Array): number {
  let both = 0
  let last = 0
  for (let i = 0; i < move.length; i++) {
    both += move[i] * lastMove[i]
    last += lastMove[i] * lastMove[i]
  }
  return last > 0 ? Math.min(Math.max(both / last, 0), 1) : 0
}

/**
 * Which way x falls at each pixel, as two components of length 1 together; shorter where it falls by less
 * than an iteration can flatten. There a full step would overshoot, and raise rounding errors to ripples.
 */
function findSlopes(
  x: Float64Array,
  width: number,
  height: number,
  tv: number,
  [toRight, down]: readonly [Float64Array, Float64Array],
): void {
  for (let y = 0, i = 0; y < height; y++) {
    const below = y + 1 < height ? width : width - width * height
    for (let column = 0; column < width; column++, i++) {
      const right = column + 1 < width ? i + 1 : i + 1 - width
      const dx = x[right] - x[i]
      const dy = x[i + below] - x[i]
      // The Laplacian, which the divergence is there, has eigenvalues of up to 8.
      const least = 8 * tv * x[i]
      const length = Math.sqrt(dx * dx + dy * dy + least * least)
      toRight[i] = length > 0 ? dx / length : 0
      down[i] = length > 0 ? dy / length : 0
    }
  }
}

/** Divides a row of the correction by `1 - tv div(grad x / |grad x|)`: Dey et al. (2006), eq. 10. */
function flatten(
  correction: Float64Array,
  from: number,
  at: number,
  count: number,
  width: number,
  height: number,
  tv: number,
  [toRight, down]: readonly [Float64Array, Float64Array],
): void {
  const above = at >= width ? -width : width * height - width
  for (let i = from, k = at; k < at + count; i++, k++) {
    const left = k % width > 0 ? k - 1 : k - 1 + width
    const divergence = toRight[k] - toRight[left] + down[k] - down[k + above]
    correction[i] /= 1 - tv * divergence
  }
}

/** The sum over all places where there may be light. */
function sumOf(
  values: Float64Array,
  { width, litWidth, litHeight }: Scene,
  weights?: Float64Array,
): number {
  let sum = 0
  for (let y = 0; y < litHeight; y++) {
    const end = y * width + litWidth
    for (let i = y * width; i < end; i++) sum += weights ? weights[i] * values[i] : values[i]
  }
  return sum
}
