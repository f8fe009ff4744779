import { type Complex, irfft2, rfft2 } from '../fft/index'
import { checkNumber, checkOneOf, describe } from '../image/check'
import type { Method, Scene, Solver } from './method'
import { emptySpectrum, multiply, multiplyConjugate } from './spectra'

/** The options of `'richardson-lucy'`. */
export interface RichardsonLucyOptions {
  /**
   * How many at most, 1 to 10000, default 15. More is sharper, until noise and ringing take over;
   * without acceleration take three times as many.
   */
  readonly iterations?: number
  /** Extrapolates from one iteration to the next (Biggs and Andrews 1997). Default true. */
  readonly acceleration?: boolean
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
    if (typeof acceleration !== 'boolean') {
      throw new TypeError(`acceleration: expected true or false, got ${describe(acceleration)}`)
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
    iterations = 15,
    acceleration = true,
    start = 'flat',
    tv = 0,
    damping = 0,
    background = 0,
    noise = 0,
  }: RichardsonLucyOptions,
): Solver {
  const { width, height, litWidth, litHeight, otf, weights } = scene
  const size = width * height
  const spectrum = emptySpectrum(width, height)
  const sensitivity = weights && sensitivityOf(weights, scene, spectrum)
  const known = weights ? weights.reduce((sum, weight) => sum + weight) : size

  // The result, and where it was an iteration ago.
  const x = new Float64Array(size)
  const lastX = new Float64Array(acceleration ? size : 0)
  // How far the last two iterations moved what they were given.
  const move = new Float64Array(acceleration ? size : 0)
  const lastMove = new Float64Array(acceleration ? size : 0)
  const given = acceleration ? new Float64Array(size) : x
  const plane = new Float64Array(size)
  const slopes = tv > 0 ? ([new Float64Array(size), new Float64Array(size)] as const) : undefined

  return (data, listener) => {
    for (let i = 0; i < size; i++) data[i] = Math.max(data[i], 0)
    const floor = 1e-12 * (meanOf(data, weights, known) || 1)
    if (start === 'image') x.set(data)
    else {
      // From any even start the first iteration is the same.
      const even = Math.max(meanOf(data, weights, known) - background, floor)
      x.fill(0)
      for (let y = 0; y < litHeight; y++) x.fill(even, y * width, y * width + litWidth)
    }

    for (let k = 0; ; k++) {
      const isLast = k === iterations
      // Only to tell how good it is takes another blur.
      if (isLast && !listener.iteration) return x
      if (acceleration) {
        const ahead = isLast || k < 2 ? 0 : extrapolation(move, lastMove)
        goAhead(x, lastX, ahead, given)
        lastX.set(x)
        lastMove.set(move)
      }
      rfft2(given, width, height, spectrum)
      multiply(otf, spectrum, spectrum)
      irfft2(spectrum, width, height, plane)
      const squares = toRatios(plane, data, weights, background, floor, damping)
      const residual = Math.sqrt(squares / known)
      listener.iteration?.(k, residual)
      if (isLast || residual <= noise) return given
      rfft2(plane, width, height, spectrum)
      multiplyConjugate(otf, spectrum, spectrum)
      irfft2(spectrum, width, height, plane)
      if (slopes) flatten(plane, given, width, height, tv, slopes)
      if (sensitivity) compensate(plane, sensitivity)
      correct(x, given, plane)
      if (acceleration) subtract(x, given, move)
      listener.progress((k + 1) / iterations)
    }
  }
}

/** `given = x + ahead (x - lastX)`, not below 0. */
function goAhead(x: Float64Array, lastX: Float64Array, ahead: number, given: Float64Array): void {
  for (let i = 0; i < x.length; i++) given[i] = Math.max(x[i] + ahead * (x[i] - lastX[i]), 0)
}

function correct(x: Float64Array, given: Float64Array, correction: Float64Array): void {
  for (let i = 0; i < x.length; i++) x[i] = given[i] * Math.max(correction[i], 0)
}

function subtract(a: Float64Array, b: Float64Array, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = a[i] - b[i]
}

/** `H'W`: how much of each pixel's light the known samples have seen. */
function sensitivityOf(
  weights: Float64Array,
  { width, height, otf }: Scene,
  spectrum: Complex,
): Float64Array {
  rfft2(weights, width, height, spectrum)
  multiplyConjugate(otf, spectrum, spectrum)
  return irfft2(spectrum, width, height)
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
 * Turns the blurred estimate into the ratios `W y / (Hx + b)`.
 *
 * @returns The sum of the squared differences of the known samples.
 */
function toRatios(
  blurred: Float64Array,
  data: Float64Array,
  weights: Float64Array | undefined,
  background: number,
  floor: number,
  damping: number,
): number {
  let squares = 0
  for (let i = 0; i < blurred.length; i++) {
    if (weights && weights[i] === 0) {
      blurred[i] = 0
      continue
    }
    const model = Math.max(blurred[i] + background, floor)
    const difference = data[i] - model
    squares += difference * difference
    if (damping > 0) {
      // White (1994), eq. 14 with N = 10, its deviance that of normal noise.
      const ratio = difference / damping
      const u = Math.min(ratio * ratio, 1)
      const u3 = u * u * u
      blurred[i] = 1 + (u3 * u3 * u3 * (10 - 9 * u) * difference) / model
    } else {
      blurred[i] = data[i] / model
    }
  }
  return squares
}

function compensate(correction: Float64Array, sensitivity: Float64Array): void {
  for (let i = 0; i < correction.length; i++) {
    // What the known samples have hardly seen stays as it was.
    correction[i] = sensitivity[i] > 1e-3 ? correction[i] / sensitivity[i] : 1
  }
}

/**
 * Divides a correction by `1 - tv div(grad x / |grad x|)`: Dey et al. (2006), eq. 10.
 *
 * @param slopes Room for the two components of the direction.
 */
function flatten(
  correction: Float64Array,
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
      const length = Math.sqrt(dx * dx + dy * dy)
      toRight[i] = length > 0 ? dx / length : 0
      down[i] = length > 0 ? dy / length : 0
    }
  }
  for (let y = 0, i = 0; y < height; y++) {
    const above = y > 0 ? -width : width * height - width
    for (let column = 0; column < width; column++, i++) {
      const left = column > 0 ? i - 1 : i - 1 + width
      const divergence = toRight[i] - toRight[left] + down[i] - down[i + above]
      correction[i] /= 1 - tv * divergence
    }
  }
}

function meanOf(data: Float64Array, weights: Float64Array | undefined, known: number): number {
  let sum = 0
  for (let i = 0; i < data.length; i++) sum += weights ? weights[i] * data[i] : data[i]
  return sum / known
}
