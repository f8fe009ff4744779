import { type Complex, irfft2, rfft2 } from '../fft/index'
import type { Scene, Solver } from './method'
import { laplacianSpectrum } from './regulariser'
import { columnCounts, emptySpectrum, multiply, multiplyConjugate } from './spectra'
import { shrinkageTable, stepsPerUnit, tableEnd } from './shrinkage'

/** What a solver by splitting minimises, and how it goes about it. Samples are in units of the contrast. */
export interface Splitting {
  readonly exponent: number
  readonly balance: number
  /** What pulls the slopes to those of the picture, in the first and the last iteration. */
  readonly firstPenalty: number
  readonly lastPenalty: number
  readonly growth: number
  readonly fidelity: number
  readonly iterations: number
  readonly tolerance: number
}
export function splittingSolver(scene: Scene, how: Splitting): Solver {
  const { width, height, otf, weights, contrast } = scene
  const size = width * height
  const laplacian = laplacianSpectrum(width, height)
  const power = otf.re.map((re, i) => re * re + otf.im[i] * otf.im[i])
  const table = shrinkageTable(how.exponent)
  const seen = emptySpectrum(width, height)
  const x = new Float64Array(size)
  const spectrum = emptySpectrum(width, height)
  const ex = new Float64Array(size), ey = new Float64Array(size)
  const qx = new Float64Array(size), qy = new Float64Array(size)
  const plane = new Float64Array(size)
  const d = weights && new Float64Array(size)
  const p = weights && new Float64Array(size)
  const image = emptySpectrum(width, height)
  return (data, listener) => {
    for (let i = 0; i < size; i++) data[i] /= contrast
    ex.fill(0); ey.fill(0); d?.fill(0)
    rfft2(data, width, height, seen)
    multiplyConjugate(otf, seen, seen)
    if (p) p.set(data)
    x.set(data)
    let penalty = how.firstPenalty
    const eta = weights ? how.fidelity : 1
    slopes(x, width, height, qx, qy)
    for (let i = 0; i < size; i++) shrinkPair(ex, ey, qx, qy, i, how.exponent, table, (penalty / how.balance) ** (1 / (2 - how.exponent)))
    for (let k = 0; k < how.iterations; k++) {
      divergence(qx, qy, width, height, plane)
      rfft2(plane, width, height, spectrum)
      if (p) { rfft2(p, width, height, seen); multiplyConjugate(otf, seen, seen) }
      for (let i = 0; i < power.length; i++) {
        const g = 1 / (eta * power[i] + penalty * laplacian[i])
        spectrum.re[i] = g * (eta * seen.re[i] + penalty * spectrum.re[i])
        spectrum.im[i] = g * (eta * seen.im[i] + penalty * spectrum.im[i])
      }
      let change=0,norm=0
      if (p && d && weights) {
        multiply(otf, spectrum, image)
        irfft2(image, width, height, plane)
        for (let i = 0; i < size; i++) {
          const t = plane[i] + d[i]
          const u = (weights[i] * data[i] + eta * t) / (weights[i] + eta)
          d[i] = t - u
          p[i] = 2 * u - t
        }
      }
      irfft2(spectrum, width, height, plane)
      for (let i = 0; i < size; i++) { change += (plane[i]-x[i])**2; norm += plane[i]**2; x[i] = plane[i] }
      const next = Math.min(penalty * how.growth, how.lastPenalty)
      slopes(x, width, height, qx, qy)
      const scale = (penalty / how.balance) ** (1 / (2 - how.exponent))
      for (let i = 0; i < size; i++) shrinkPair(ex, ey, qx, qy, i, how.exponent, table, scale)
      if (next !== penalty) { const r = penalty/next; for (let i = 0; i < size; i++) { qx[i] += ex[i] - r*ex[i]; qy[i] += ey[i]-r*ey[i]; ex[i] *= r; ey[i] *= r } }
      penalty = next
      ;(globalThis as any).__it = k
      if (Math.sqrt(change / norm) < how.tolerance) break
    }
    for (let i = 0; i < size; i++) x[i] *= contrast
    return x
  }
}
function shrinkPair(ex: Float64Array, ey: Float64Array, qx: Float64Array, qy: Float64Array, i: number, exponent: number, table: Float64Array, scale: number) {
  const zx = qx[i] + ex[i], zy = qy[i] + ey[i]
  const f = factorAt(Math.sqrt(zx*zx+zy*zy) * scale, exponent, table)
  ex[i] = zx - f*zx
  ey[i] = zy - f*zy
  qx[i] = 2*f*zx - zx
  qy[i] = 2*f*zy - zy
}
function factorAt(t: number, exponent: number, table: Float64Array): number {
  if (t < tableEnd) {
    const at = t * stepsPerUnit, n = Math.floor(at)
    return table[n] + (at - n) * (table[n + 1] - table[n])
  }
  return 1 - exponent * t ** (exponent - 2)
}
function slopes(x: Float64Array, w: number, h: number, qx: Float64Array, qy: Float64Array) {
  for (let y = 0, i = 0; y < h; y++) for (let c = 0; c < w; c++, i++) {
    qx[i] = x[c + 1 < w ? i + 1 : i + 1 - w] - x[i]
    qy[i] = x[y + 1 < h ? i + w : c] - x[i]
  }
}
function divergence(qx: Float64Array, qy: Float64Array, w: number, h: number, out: Float64Array) {
  for (let y = 0, i = 0; y < h; y++) for (let c = 0; c < w; c++, i++) {
    out[i] = qx[c > 0 ? i - 1 : i - 1 + w] - qx[i] + qy[y > 0 ? i - w : i - w + w * h] - qy[i]
  }
}
