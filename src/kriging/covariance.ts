import { cosineOfTurn } from '../exact-math/circle'
import { exp } from '../exact-math/exp'
import { area, autocorrelate, type Flattening, side } from './autocorrelation'

/** How the covariance of two samples depends on the offset between them, measured in a window. */
export interface Covariance {
  /**
   * By `(dy * rowOf + dx) & offsets`, dx and dy from `1 - side` to `side - 1`. So the difference of
   * two places `y * rowOf + x` is the place to look at.
   */
  readonly table: Float64Array
  /** Measures it in a window's planes, one per channel. */
  readonly measure: (planes: Float64Array, channels: number, flattening: Flattening) => void
}

export const rowOf = 2 * side
export const offsets = side * rowOf - 1

/** Of a variance of 1: what is not in the spectrum, and how far it reaches. */
const rest = 0.03
const restReach = 20
/** The mean around a hole counts as nearly unknown: simple kriging becomes ordinary kriging. */
const meanVariance = 20
/** Noise: keeps the equations of very smooth windows solvable. */
const nugget = 1e-4

export function createCovariance(): Covariance {
  const re = new Float64Array(area)
  const im = new Float64Array(area)
  const window = { re, im }
  const table = new Float64Array(side * rowOf)
  const taper = new Float64Array(area)
  const floor = new Float64Array(area)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      taper[y * side + x] = hann(x) * hann(y)
      const dx = Math.min(x, side - x)
      const dy = Math.min(y, side - y)
      const distance = Math.sqrt(dx * dx + dy * dy)
      floor[y * side + x] = rest * exp(-distance / restReach) + meanVariance
    }
  }

  return {
    table,
    measure(planes, channels, flattening) {
      mixChannels(planes, channels, re, im)
      applyTaper(re, taper)
      if (channels > 1) applyTaper(im, taper)
      autocorrelate(window, flattening)

      const variance = re[0]
      const scale = variance > 0 ? (1 - rest) / variance : 0
      for (let y = 0, k = 0; y < side; y++) {
        for (let x = 0; x < side; x++, k++) {
          const covariance = re[k] * scale + floor[k]
          table[y * rowOf + x] = covariance
          // The window is periodic: so far to the right is also so far to the left.
          table[(y * rowOf + x - side) & offsets] = covariance
        }
      }
      table[0] += nugget
    },
  }
}

function hann(x: number): number {
  return 0.5 - 0.5 * cosineOfTurn(x + 0.5, side)
}

/** Two planes stand for all channels: their sum, and the difference of the first and the last. */
function mixChannels(
  planes: Float64Array,
  channels: number,
  re: Float64Array,
  im: Float64Array,
): void {
  const last = (channels - 1) * area
  for (let k = 0; k < area; k++) {
    let sum = planes[k]
    for (let at = k + area; at <= k + last; at += area) sum += planes[at]
    re[k] = sum / Math.sqrt(channels)
    im[k] = (planes[k] - planes[k + last]) * Math.SQRT1_2
  }
}

/** Takes the mean off and lets the window fade out at its edges. */
function applyTaper(plane: Float64Array, taper: Float64Array): void {
  let sum = 0
  let weights = 0
  for (let k = 0; k < area; k++) {
    sum += plane[k] * taper[k]
    weights += taper[k]
  }
  const mean = sum / weights
  for (let k = 0; k < area; k++) plane[k] = (plane[k] - mean) * taper[k]
}
