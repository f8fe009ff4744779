import type { Patch } from '../patch'
import { complete } from './complete'
import { eightBit } from './eight-bit'
import { pyramidOf } from './pyramid'
import { createRandom } from './random'
import { removeSeams } from './seams'
import { singleSources } from './single-sources'
import { pixelOf, windowOf } from './window'

export interface Settings { readonly seed: number; readonly location: boolean }

export function fillByExemplars(patch: Patch, settings: Settings, report: (pixels: number) => void): void {
  const t0 = performance.now()
  const window = windowOf(patch)
  const { width, height } = window
  const isMissing = new Int8Array(width * height)
  for (let n = 0; n < patch.missing.length; n++) isMissing[pixelOf(window, patch.missing[n])] = 1
  const isAllowed = new Int8Array(width * height).fill(1)
  const levels = pyramidOf({ width, height, scale: 1, isMissing, isAllowed, ...eightBit(patch, window, isMissing) })
  const t1 = performance.now()
  const factor = settings.location ? contrast(levels[0].luma, isMissing) : 0
  const random = createRandom(settings.seed)
  complete(
    levels,
    ({ width, height }) => ({ perColumn: (120 * factor / width) ** 2, perRow: (600 * factor / height) ** 2 }),
    () => new Int32Array(0),
    random,
    (share) => report(share * patch.missing.length),
  )
  const t2 = performance.now()
  const finest = levels[0]
  const sources = singleSources(finest)
  const order = new Int32Array(width * height).fill(-1)
  finest.missing.forEach((pixel, n) => { order[pixel] = n })
  const plane = new Float64Array(width * height)
  for (let c = 0; c < patch.channels; c++) {
    const base = c * patch.size + window.first
    for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i++) plane[i] = patch.samples[base + y * window.stride + x]
    finest.missing.forEach((pixel, n) => { plane[pixel] = plane[sources[n]] })
    removeSeams(plane, { width, height, missing: finest.missing, sources, order })
    finest.missing.forEach((pixel, n) => { patch.samples[c * patch.size + patch.missing[n]] = plane[pixel] })
  }
  const t3 = performance.now()
  if ((globalThis as any).TIMES) console.log(levels.map((l) => `${l.width}x${l.height}:${l.missing.length}/${l.sources.length}`).join(' '), (t1 - t0) | 0, (t2 - t1) | 0, (t3 - t2) | 0)
}

function contrast(luma: Uint8ClampedArray, isMissing: Int8Array): number {
  let sum = 0, squares = 0, count = 0
  for (let i = 0; i < luma.length; i++) if (!isMissing[i]) { sum += luma[i]; squares += luma[i] ** 2; count++ }
  const mean = sum / count
  return Math.min(Math.max(Math.sqrt(squares / count - mean * mean) / 50, 0.15), 1.2)
}
declare const performance: { now(): number }
declare const console: { log(...a: unknown[]): void }
