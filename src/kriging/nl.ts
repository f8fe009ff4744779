import type { Patch } from '../patch'
import { factorise, substituteBack } from './cholesky'
import { blocks } from './pass'
import { createWindow } from './window'

export interface NlSettings { K: number; stride: number; reach: number; full: boolean; lam: number; soft: number; t: number; tau: number; p: number; scale: number; ws: number; base: number }

export function nonLocal(patch: Patch, known: Int8Array, s: NlSettings, limits: Float64Array): void {
  const { channels, size, samples, missing, runs } = patch
  const { K, stride, reach, p } = s
  const step = Math.ceil(16 / stride) * stride
  const pp = p * p
  const side = step + p + 2 * reach + p
  const area = side * side
  const margin = reach + p - 1 // block's patches start p-1 early so all covering patches are visited
  const { numbers, inside, moveTo } = createWindow(patch, side)
  const planes = new Float64Array(area * channels)
  const grey = new Float64Array(area)
  const usable = new Int8Array(area)
  const sum = new Float64Array(area * channels)
  const weight = new Float64Array(area)
  const falloff = new Float64Array(pp)
  for (let k = 0; k < pp; k++) {
    const r2 = ((k % p) - (p - 1) / 2) ** 2 + (Math.floor(k / p) - (p - 1) / 2) ** 2
    falloff[k] = Math.exp((-s.base * r2) / (p / 2) ** 2)
  }
  const order = scrambled(pp)
  const off = new Int32Array(pp)
  for (let k = 0; k < pp; k++) off[k] = Math.floor(order[k] / p) * side + (order[k] % p)
  const target = new Float64Array(pp)
  const w = new Float64Array(pp)
  const v2 = new Float64Array(pp)
  const best = new Float64Array(K)
  const where = new Int32Array(K)
  const Z = new Float64Array(K * pp)
  const A = new Float64Array((K + channels) * K)
  const mean = new Float64Array(channels)
  const rhs = new Float64Array(channels * pp)
  const blended = new Float64Array(missing.length * 0 + size * channels)
  const lambda = s.lam * K * s.scale * s.scale
  const tau2 = (s.tau * s.scale) ** 2

  for (const [left, top] of blocks(runs, missing, step)) {
    moveTo(left - margin, top - margin)
    for (let k = 0; k < area; k++) {
      const n = numbers[k]
      usable[k] = inside[k] === 1 ? known[n] : 4
      let g = 0
      for (let c = 0; c < channels; c++) {
        const v = samples[c * size + n]
        planes[c * area + k] = v
        g += v
      }
      grey[k] = g / channels
    }
    sum.fill(0)
    weight.fill(0)
    // patch origins on grid fixed to image: those covering any pixel of the block
    const x0 = Math.ceil((left - p + 1) / stride) * stride - left + margin
    const y0 = Math.ceil((top - p + 1) / stride) * stride - top + margin
    for (let y = y0; y < margin + step; y += stride) for (let x = x0; x < margin + step; x += stride) {
      let any = false
      for (let j = Math.max(y, margin); j < Math.min(y + p, margin + step) && !any; j++)
        for (let i = Math.max(x, margin); i < Math.min(x + p, margin + step); i++) { const u = usable[j * side + i]; if (u !== 1 && u !== 4) { any = true; break } }
      if (any) fillPatch(x, y)
    }
    for (let y = margin; y < margin + step; y++) for (let x = margin; x < margin + step; x++) {
      const k = y * side + x
      if (usable[k] === 1 || usable[k] === 4) continue
      const n = numbers[k]
      if (weight[k] === 0) { for (let c = 0; c < channels; c++) blended[c * size + n] = planes[c * area + k]; continue }
      let d2 = 0
      for (let c = 0; c < channels; c++) { const d = sum[c * area + k] / weight[k] - planes[c * area + k]; d2 += d * d }
      d2 /= channels
      const f = d2 === 0 ? 0 : (s.t * d2) / (d2 + tau2)
      for (let c = 0; c < channels; c++) {
        const old = planes[c * area + k]
        const v = old + f * (sum[c * area + k] / weight[k] - old)
        blended[c * size + n] = Math.min(Math.max(v, limits[2 * c]), limits[2 * c + 1])
      }
    }
  }
  for (let c = 0; c < channels; c++) for (let m = 0; m < missing.length; m++) samples[c * size + missing[m]] = blended[c * size + missing[m]]

  function fillPatch(x: number, y: number): void {
    const origin = y * side + x
    let nKnown = 0
    for (let k = 0; k < pp; k++) {
      const at = origin + off[k]
      target[k] = grey[at]
      const is = usable[at] === 1
      w[k] = is ? 1 : s.soft
      if (is) nKnown++
    }
    if (nKnown === 0) return
    let found = 0
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach + (s.full ? 0 : (dy + reach) & 1); dx <= reach; dx += s.full ? 1 : 2) {
        if (dx === 0 && dy === 0) continue
        const o = origin + dy * side + dx
        const limit = found < K ? Infinity : best[K - 1]
        let d = 0
        let k = 0
        for (; k < pp && d < limit; k += 6) {
          const a = target[k] - grey[o + off[k]]
          const b = target[k + 1] - grey[o + off[k + 1]]
          const c = target[k + 2] - grey[o + off[k + 2]]
          const e = target[k + 3] - grey[o + off[k + 3]]
          const f = target[k + 4] - grey[o + off[k + 4]]
          const g = target[k + 5] - grey[o + off[k + 5]]
          d += a * a * w[k] + b * b * w[k + 1] + c * c * w[k + 2] + e * e * w[k + 3] + f * f * w[k + 4] + g * g * w[k + 5]
        }
        if (d >= limit) continue
        let i = found < K ? found++ : K - 1
        for (; i > 0 && best[i - 1] > d; i--) { best[i] = best[i - 1]; where[i] = where[i - 1] }
        best[i] = d
        where[i] = o
      }
    }
    const n = found
    let total = 0
    for (let k = 0; k < pp; k++) total += v2[k] = w[k] === 1 ? 1 : s.ws
    for (let i = 0; i < n; i++) {
      let m = 0
      for (let k = 0; k < pp; k++) m += v2[k] * grey[where[i] + off[k]]
      m /= total
      for (let k = 0; k < pp; k++) Z[i * pp + k] = grey[where[i] + off[k]] - m
    }
    for (let c = 0; c < channels; c++) {
      let m = 0
      for (let k = 0; k < pp; k++) m += v2[k] * planes[c * area + origin + off[k]]
      mean[c] = m / total
      for (let k = 0; k < pp; k++) rhs[c * pp + k] = v2[k] * (planes[c * area + origin + off[k]] - mean[c])
    }
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        let d = 0
        for (let k = 0; k < pp; k++) d += v2[k] * Z[i * pp + k] * Z[j * pp + k]
        A[i * K + j] = d
      }
      A[i * K + i] += lambda
      for (let c = 0; c < channels; c++) {
        let d = 0
        for (let k = 0; k < pp; k++) d += Z[i * pp + k] * rhs[c * pp + k]
        A[(n + c) * K + i] = d
      }
    }
    factorise(A, n, channels, K)
    substituteBack(A, n, channels, K)
    for (let k = 0; k < pp; k++) {
      if (w[k] === 1) continue
      const at = origin + off[k]
      const f = falloff[order[k]]
      weight[at] += f
      for (let c = 0; c < channels; c++) {
        let v = mean[c]
        for (let i = 0; i < n; i++) v += A[(n + c) * K + i] * Z[i * pp + k]
        sum[c * area + at] += f * v
      }
    }
  }
}

function scrambled(n: number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1, seed = 1; i > 0; i--) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    const j = (seed >> 8) % (i + 1)
    const t = order[i]; order[i] = order[j]; order[j] = t
  }
  return order
}
