import type { Patch } from '../patch'
import { factorise, substituteBack } from './cholesky'
import { createCovariance, tableMask, tableStride, type CovSettings } from './covariance'
import { area, createWindow, side, type Window } from './window'

export interface PassSettings extends CovSettings {
  step: number
  tile: number
  N: number
  radius: number
  whiten: 0 | 1 | 2
  least: number
  anchorNug: number
}

export function krigePass(
  patch: Patch,
  known: Int8Array,
  win: Window,
  s: PassSettings,
  limits: Float64Array,
  report: (share: number) => void,
  out: Float64Array = patch.samples,
): void {
  const { channels, size, samples, missing, runs } = patch
  const { numbers, inside, moveTo } = win
  const cov = createCovariance(s)
  const { table } = cov
  const planes = new Float64Array(area * channels)
  const usable = new Int8Array(area)
  const { step, tile, N } = s
  const margin = (side - step) >> 1
  const spiral = spiralOffsets(s.radius)
  const stride = N
  const A = new Float64Array((N + channels) * stride)
  const at = new Int32Array(N)
  const code = new Int32Array(N)
  const mean = new Float64Array(channels)
  const extra = new Float64Array(N)
  const weights = new Float64Array(N)

  for (const [left, top] of blocks(runs, missing, step)) {
    moveTo(left - margin, top - margin)
    for (let k = 0; k < area; k++) {
      const n = numbers[k]
      usable[k] = inside[k] === 1 ? known[n] : 4
      for (let c = 0; c < channels; c++) planes[c * area + k] = samples[c * size + n]
    }
    cov.measure(planes, channels, s.whiten)
    for (let ty = margin; ty < margin + step; ty += tile) {
      for (let tx = margin; tx < margin + step; tx += tile) {
        const ex = Math.min(tx + tile, margin + step)
        const ey = Math.min(ty + tile, margin + step)
        let any = 0
        for (let y = ty; y < ey; y++) for (let x = tx; x < ex; x++) if (usable[y * side + x] === 0) any++
        if (any > 0) fillTile(tx, ty, ex, ey)
      }
    }
    report(0)
  }

  function fillTile(tx: number, ty: number, ex: number, ey: number): void {
    const cx = (tx + ex - 1) >> 1
    const cy = (ty + ey - 1) >> 1
    let n = 0
    for (let o = 0; o < spiral.length && n < N; o += 2) {
      const x = cx + spiral[o]
      const y = cy + spiral[o + 1]
      if (((x | y) & ~(side - 1)) !== 0) continue
      const k = y * side + x
      if (usable[k] !== 1 && usable[k] !== 2) continue
      at[n] = k
      code[n] = y * tableStride + x
      extra[n] = usable[k] === 1 ? 0 : s.anchorNug
      n++
    }
    if (n < s.least) return
    for (let c = 0; c < channels; c++) {
      let sum = 0
      for (let i = 0; i < n; i++) sum += planes[c * area + at[i]]
      mean[c] = sum / n
      const row = (n + c) * stride
      for (let i = 0; i < n; i++) A[row + i] = planes[c * area + at[i]] - mean[c]
    }
    for (let i = 0; i < n; i++) {
      const row = i * stride
      for (let j = 0; j <= i; j++) A[row + j] = table[(code[i] - code[j]) & tableMask]
      A[row + i] += extra[i]
    }
    factorise(A, n, channels, stride)
    substituteBack(A, n, channels, stride)
    for (let y = ty; y < ey; y++) {
      for (let x = tx; x < ex; x++) {
        const k = y * side + x
        if (usable[k] !== 0) continue
        const target = y * tableStride + x
        for (let i = 0; i < n; i++) weights[i] = table[(target - code[i]) & tableMask]
        for (let c = 0; c < channels; c++) {
          const row = (n + c) * stride
          let v = mean[c]
          for (let i = 0; i < n; i++) v += weights[i] * A[row + i]
          out[c * size + numbers[k]] = Math.min(Math.max(v, limits[2 * c]), limits[2 * c + 1])
        }
      }
    }
  }
}

/** Offsets within the radius, nearest first. */
function spiralOffsets(radius: number): Int32Array {
  const offsets: [number, number][] = []
  const r = Math.floor(radius)
  for (let y = -r; y <= r; y++) {
    for (let x = -r; x <= r; x++) if (x * x + y * y <= radius * radius) offsets.push([x, y])
  }
  offsets.sort(([a, b], [c, d]) => a * a + b * b - c * c - d * d)
  return Int32Array.from(offsets.flat())
}

/** The blocks of a grid fixed to the image that hold missing pixels: [left, top] of each. */
export function* blocks(runs: Int32Array, missing: Int32Array, step: number): Generator<[number, number]> {
  let leftmost = Infinity
  let rightmost = 0
  for (let r = 0; r < runs.length; r += 4) {
    leftmost = Math.min(leftmost, runs[r + 1])
    rightmost = Math.max(rightmost, runs[r + 2])
  }
  const first = Math.floor(leftmost / step)
  const flags = new Uint8Array(Math.floor(rightmost / step) - first + 1)
  let band = -1
  for (let r = 0, m = 0; r < runs.length; r += 4) {
    const b = Math.floor(runs[r] / step)
    if (b !== band) {
      for (let k = 0; k < flags.length; k++) if (flags[k]) yield [(first + k) * step, band * step]
      flags.fill(0)
      band = b
    }
    const end = runs[r + 3] + runs[r + 2] - runs[r + 1]
    const shift = runs[r + 1] - runs[r + 3]
    for (; m < missing.length && missing[m] < end; m++) flags[Math.floor((missing[m] + shift) / step) - first] = 1
  }
  for (let k = 0; k < flags.length; k++) if (flags[k]) yield [(first + k) * step, band * step]
}
