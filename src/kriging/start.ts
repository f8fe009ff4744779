import { linkRows } from '../link-rows'
import type { Coarser, Level } from './pyramid'

/** First guess: from coarser values, smoothed. */
export function interpolate({ patch, known }: Level, coarse: Coarser, links: Links, coarseLinks: Links): void {
  const { samples, size, channels, runs, missing } = patch
  const { samples: from, size: fromSize } = coarse.patch
  const { up, down } = coarseLinks
  const real = coarse.inPatch
  for (let r = 0, m = 0; r < runs.length; r += 4) {
    const end = runs[r + 3] + runs[r + 2] - runs[r + 1]
    const shift = runs[r + 1] - runs[r + 3]
    const oddY = runs[r] & 1
    for (; m < missing.length && missing[m] < end; m++) {
      const i = missing[m]
      const p = coarse.parent[i]
      const q = oddY ? down[p] : up[p]
      const v = q === 0 ? p : q
      const side = (i + shift) & 1 ? 1 : -1
      const h = real[p + side] ? p + side : p
      const d = real[v + side] ? v + side : v
      for (let c = 0; c < channels; c++) {
        const o = c * fromSize
        samples[c * size + i] = (9 * from[o + p] + 3 * (from[o + h] + from[o + v]) + from[o + d]) / 16
      }
    }
  }
}
export interface Links { up: Int32Array; down: Int32Array }
export function linksOf(size: number, patch: Level['patch']): Links {
  const links = { up: new Int32Array(size), down: new Int32Array(size) }
  linkRows(patch, links)
  return links
}
export function relax({ patch }: Level, inPatch: Int8Array, { up, down }: Links, sweeps: number): void {
  const { samples, size, channels, missing } = patch
  for (let c = 0; c < channels; c++) {
    const o = c * size
    for (let s = 0; s < sweeps; s++) {
      for (let m = 0; m < missing.length; m++) {
        const i = missing[m]
        let sum = 0
        let n = 0
        if (inPatch[i - 1]) { sum += samples[o + i - 1]; n++ }
        if (inPatch[i + 1]) { sum += samples[o + i + 1]; n++ }
        if (up[i]) { sum += samples[o + up[i]]; n++ }
        if (down[i]) { sum += samples[o + down[i]]; n++ }
        if (n > 0) samples[o + i] += 1.4 * (sum / n - samples[o + i])
      }
    }
  }
}
