import { createAutocorrelation } from './autocorrelation'
import { area, side } from './window'

/**
 * The covariance of two samples as a function of their offset, measured in a window.
 *
 * Offset (dx, dy), each from -side to side - 1, is at `(dy * 2 * side + dx) & (4 * area - 1)`... 
 */
export interface Covariance {
  readonly table: Float64Array
  readonly measure: (planes: Float64Array, channels: number, whiten: 0 | 1 | 2) => boolean
}

export const tableStride = 2 * side
export const tableMask = 2 * area - 1

export interface CovSettings { win: number; a: number; L: number; nug: number; mean: number }

export function createCovariance(s: CovSettings): Covariance {
  const { re, im, run } = createAutocorrelation()
  const table = new Float64Array(2 * area)
  const taper = new Float64Array(area)
  const floor = new Float64Array(area)
  let total = 0
  for (let y = 0, k = 0; y < side; y++) {
    for (let x = 0; x < side; x++, k++) {
      const h = (t: number) => (0.5 - 0.5 * Math.cos((2 * Math.PI * (t + 0.5)) / side)) ** s.win
      taper[k] = h(x) * h(y)
      total += taper[k]
      const dx = Math.min(x, side - x)
      const dy = Math.min(y, side - y)
      floor[k] = s.a * Math.exp(-Math.hypot(dx, dy) / s.L) + s.mean
    }
  }

  return {
    table,
    measure(planes, channels, whiten) {
      if (channels >= 3) {
        let sp = 0
        let sq = 0
        for (let k = 0; k < area; k++) {
          const r = planes[k]
          const b = planes[k + 2 * area]
          const p = (r + planes[k + area] + b) * 0.5773502691896258
          const q = (r - b) * 0.7071067811865476
          re[k] = p
          im[k] = q
          sp += p * taper[k]
          sq += q * taper[k]
        }
        sp /= total
        sq /= total
        for (let k = 0; k < area; k++) {
          re[k] = (re[k] - sp) * taper[k]
          im[k] = (im[k] - sq) * taper[k]
        }
      } else {
        let sp = 0
        for (let k = 0; k < area; k++) sp += planes[k] * taper[k]
        sp /= total
        for (let k = 0; k < area; k++) {
          re[k] = (planes[k] - sp) * taper[k]
          im[k] = 0
        }
      }
      run(whiten)
      const variance = re[0]
      const scale = variance > 0 ? (1 - s.a) / variance : 0
      for (let k = 0; k < area; k++) re[k] = re[k] * scale + floor[k]
      for (let y = 0; y < side; y++) {
        const row = y * side
        const to = y * tableStride
        for (let x = 0; x < side; x++) {
          const v = re[row + x]
          table[to + x] = v
        }
      }
      // negative dx: index (dy*64+dx)&2047
      for (let y = 0; y < side; y++) {
        const to = y * tableStride
        for (let x = 1; x < side; x++) table[(to - x) & tableMask] = re[y * side + ((side - x) & (side - 1))]
      }
      table[0] += s.nug
      return variance > 0
    },
  }
}
