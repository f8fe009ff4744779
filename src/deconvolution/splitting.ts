import { pow } from '../exact-math/pow'
import { type Complex, irfft2, rfft2 } from '../fft/index'
import { checkNumber } from '../image/check'
import { completer } from './complete'
import { crossValidate, fitMeasure } from './cross-validation'
import type { Scene, Solver } from './method'
import { roughness } from './regulariser'
import { shrinkFor } from './shrinkage'
import { emptySlopes, gatherSlopes, scaleSlopes, slopeSpectrum, slopesOf } from './slopes'
import { columnCounts, emptySpectrum, multiply } from './spectra'

/** What is minimised: `||W (Hx - y)||^2 / 2 + balance sum |slope|^exponent`, in units of the contrast. */
export interface Objective {
  readonly exponent: number
  /** Found from the noise where it is not given. */
  readonly balance?: number
  /** The noise's standard deviation, in the picture's units; estimated where it is not given. */
  readonly noise?: number
  readonly iterations: number
}

/**
 * Minimises by alternating directions: slopes v, and where some samples are unknown the blurred
 * picture u too, are made variables of their own that are pulled to those of x. Then x follows from
 * them in one step in the frequency domain, and each of them from x pixel by pixel.
 *
 * @see S. Boyd, N. Parikh, E. Chu, B. Peleato, J. Eckstein, "Distributed Optimization and Statistical
 * Learning via the Alternating Direction Method of Multipliers", Foundations and Trends in Machine
 * Learning 3(1), 2011, doi:10.1561/2200000016
 * @see M. S. C. Almeida, M. A. T. Figueiredo, "Deconvolving Images With Unknown Boundaries Using the
 * Alternating Direction Method of Multipliers", IEEE Transactions on Image Processing 22(8), 2013,
 * doi:10.1109/TIP.2013.2258354
 */
export function splittingSolver(scene: Scene, objective: Objective): Solver {
  const { width, height, otf, weights, contrast } = scene
  const { exponent, iterations } = objective
  const size = width * height
  const power = otf.re.map((re, i) => re * re + otf.im[i] * otf.im[i])
  const steepness = slopeSpectrum(width, height)
  const known = weights ? weights.reduce((sum, weight) => sum + weight) : size
  const shrink = shrinkFor(exponent)
  const counts = columnCounts(width)

  const x = new Float64Array(size)
  const plane = new Float64Array(size)
  const slopes = emptySlopes(size)
  const duals = emptySlopes(size)
  const spectrum = emptySpectrum(width, height)
  const seen = emptySpectrum(width, height)
  const image = emptySpectrum(width, height)
  // What `Hx` is pulled to, and the dual of that; without weights it is the data, and stays.
  const target = new Float64Array(weights ? size : 0)
  const targetDual = new Float64Array(weights ? size : 0)

  const complete = completer(scene)

  return (data, listener) => {
    complete(data, listener)
    for (let i = 0; i < size; i++) data[i] /= contrast
    rfft2(data, width, height, seen)
    const noise = noiseOf(objective, scene, seen, known / size)
    // Of a noise of 0 the balance would follow to nothing.
    const finds = objective.balance === undefined && noise > 0
    const leastBalance = Math.max(leastShare * noise * noise, 1e-8)
    let balance = objective.balance ?? 2 * leastBalance
    const wanted = residualShare * noise
    const fidelity = weights ? pull : 1

    let threshold = firstThreshold
    scaleSlopes(duals, 0)
    targetDual.fill(0)
    x.set(data)
    if (weights) target.set(data)
    slopesOf(x, width, height, slopes)
    shrink(slopes, duals, 1 / threshold)

    for (let k = 1; k <= iterations; k++) {
      // Longer slopes than the threshold are left alone; the penalty is what gives that threshold.
      const penalty = balance * pow(threshold, exponent - 2)
      gatherSlopes(slopes, width, height, plane)
      rfft2(plane, width, height, spectrum)
      if (weights) rfft2(target, width, height, seen)
      solve(spectrum, seen, otf, power, fidelity, steepness, penalty)
      multiply(otf, spectrum, image)
      let squares: number
      if (weights) {
        irfft2(image, width, height, plane)
        squares = pullTo(data, plane, weights, fidelity, target, targetDual)
      } else {
        squares = distance(image, seen, counts) / size
      }
      irfft2(spectrum, width, height, plane)
      const change = replace(x, plane)
      const residual = Math.sqrt(squares / known)
      listener.iteration?.(k, residual * contrast)
      listener.progress(k / iterations)

      slopesOf(x, width, height, slopes)
      if (exponent < 1) {
        // Not convex: a wide threshold first, so as not to be caught in the next best valley.
        const last = threshold
        threshold = Math.max(threshold * narrowing, lastThreshold)
        scaleSlopes(duals, pow(threshold / last, 2 - exponent))
      }
      shrink(slopes, duals, 1 / threshold)
      const isThere = !finds || balance === leastBalance || Math.abs(residual / wanted - 1) < 0.01
      if (change < tolerance && isThere) break
      if (finds && k > 3) {
        // The residual hardly answers to the balance, hence the high power.
        const ratio = wanted / residual
        const factor = ratio * ratio * ratio * ratio
        balance = Math.max(balance * Math.min(Math.max(factor, 0.8), 1.25), leastBalance)
      }
    }
    for (let i = 0; i < size; i++) x[i] *= contrast
    return x
  }
}

/** In units of the contrast; between them lies what makes an edge. */
const firstThreshold = 0.1
const lastThreshold = 0.02
const narrowing = 0.92

/** How hard `Hx` is pulled to what it may be, where the data pull with 1. */
const pull = 1

/** At the best balance, of the noise this much is left; the rest has become part of the result. */
const residualShare = 0.91
/**
 * The least balance, as a share of the noise's power. The best is 1 to 4 times the power; where a
 * noise that was told or estimated is too low, no balance explains the picture that well.
 */
const leastShare = 0.7
/** The relative change of an iteration that nobody would see. */
const tolerance = 3e-4

/** The noise's standard deviation in units of the contrast. */
function noiseOf(
  { balance, noise }: Objective,
  { width, height, otf, contrast }: Scene,
  spectrum: Complex,
  share: number,
): number {
  if (balance !== undefined) return 0
  if (noise !== undefined) return noise / contrast
  const rough = roughness('laplacian', width, height)
  const measure = fitMeasure(spectrum, otf, rough, width, height)
  // What is not known was filled in, without noise.
  return measure(crossValidate(measure)).noise / Math.sqrt(share)
}

/**
 * The spectrum of the x that is nearest to both: blurred to the target, of which `seen` is the
 * spectrum, and in its slopes to the split-off ones, whose gathered spectrum comes in.
 */
function solve(
  spectrum: Complex,
  seen: Complex,
  otf: Complex,
  power: Float64Array,
  fidelity: number,
  steepness: Float64Array,
  penalty: number,
): void {
  const { re, im } = spectrum
  for (let i = 0; i < power.length; i++) {
    const backRe = otf.re[i] * seen.re[i] + otf.im[i] * seen.im[i]
    const backIm = otf.re[i] * seen.im[i] - otf.im[i] * seen.re[i]
    const gain = 1 / (fidelity * power[i] + penalty * steepness[i])
    re[i] = gain * (fidelity * backRe + penalty * re[i])
    im[i] = gain * (fidelity * backIm + penalty * im[i])
  }
}

/**
 * The step of the blurred picture: between the data, where they are known, and `Hx`.
 *
 * @returns The sum of the squared differences of `Hx` to the known data.
 */
function pullTo(
  data: Float64Array,
  blurred: Float64Array,
  weights: Float64Array,
  fidelity: number,
  target: Float64Array,
  dual: Float64Array,
): number {
  let squares = 0
  for (let i = 0; i < data.length; i++) {
    const weight = weights[i]
    const difference = blurred[i] - data[i]
    squares += weight * difference * difference
    const sum = blurred[i] + dual[i]
    const split = (weight * data[i] + fidelity * sum) / (weight + fidelity)
    dual[i] = sum - split
    target[i] = split - dual[i]
  }
  return squares
}

/** The squared distance of two planes, from their half spectra; times their size. */
function distance(a: Complex, b: Complex, counts: Float64Array): number {
  let sum = 0
  for (let i = 0, column = 0; i < a.re.length; i++, column++) {
    if (column === counts.length) column = 0
    const re = a.re[i] - b.re[i]
    const im = a.im[i] - b.im[i]
    sum += counts[column] * (re * re + im * im)
  }
  return sum
}

/** Copies `next` into `x`, and returns by how much that changes it, relative to its size. */
function replace(x: Float64Array, next: Float64Array): number {
  let change = 0
  let norm = 0
  for (let i = 0; i < x.length; i++) {
    const difference = next[i] - x[i]
    change += difference * difference
    norm += next[i] * next[i]
    x[i] = next[i]
  }
  return norm > 0 ? Math.sqrt(change / norm) : 0
}

/** Throws where one of the options that all priors have is wrong. */
export function checkObjective({ noise, balance, iterations = 1 }: Partial<Objective>): void {
  checkNumber('noise', noise ?? 0, 0)
  checkNumber('balance', balance ?? 0, 0)
  checkNumber('iterations', iterations, 1, 10_000, 'whole number')
  if (noise !== undefined && balance !== undefined) {
    throw new TypeError('noise: expected it or balance, got both')
  }
}
