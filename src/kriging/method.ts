import type { FillOptions, Method } from '../method'
import type { Patch } from '../patch'
import { krigePass } from './pass'
import { type Coarser, coarsen, type Level, levelOf } from './pyramid'
import { interpolate, linksOf, relax } from './start'
import { createWindow } from './window'

export interface KrigingOptions {
  readonly quality?: 'fast' | 'best'
}

export const kriging: Method<KrigingOptions> = {
  fill: fillKriging,
  reach: () => 24,
  optionNames: ['quality'],
}

const env: Record<string, any> = (globalThis as any).KR ?? {}

function fillKriging(patch: Patch, { report }: FillOptions & KrigingOptions): void {
  const T: Record<string, number> = ((globalThis as any).TIMES ??= {})
  const tick = (name: string, t0: number) => { T[name] = (T[name] ?? 0) + performance.now() - t0 }
  let t = performance.now()
  const levels: (Level | Coarser)[] = [levelOf(patch)]
  while (levels[levels.length - 1].patch.missing.length > 0) levels.push(coarsen(levels[levels.length - 1]))
  const links = levels.map((l) => linksOf(l.patch.size, l.patch))
  for (let l = levels.length - 2; l >= 0; l--) {
    interpolate(levels[l], levels[l + 1] as Coarser, links[l], links[l + 1])
    relax(levels[l], levels[l].inPatch, links[l], 6)
  }
  tick('start', t)
  const limits = new Float64Array(2 * patch.channels)
  for (let c = 0; c < patch.channels; c++) {
    let lo = Infinity
    let hi = -Infinity
    for (let i = 0; i < patch.size; i++) if (levels[0].known[i]) {
      const v = patch.samples[c * patch.size + i]
      if (v < lo) lo = v
      if (v > hi) hi = v
    }
    limits[2 * c] = lo
    limits[2 * c + 1] = hi
  }
  const window = createWindow(patch)
  const base = { win: 1, a: 0.03, L: 20, nug: 1e-4, mean: 20, radius: 9, least: 3 }
  const dense = patch.missing.length > 0.35 * patch.size
  t = performance.now()
  krigePass(patch, levels[0].known, window, { ...base, step: 14, tile: 4, N: 32, whiten: 2, ...env.all, ...env.p1 }, limits, () => report(0))
  tick('pass1', t)
  t = performance.now()
  krigePass(patch, levels[0].known, window, { ...base, step: 9, tile: 3, N: 36, whiten: dense ? 1 : 0, ...env.all, ...env.p2 }, limits, () => report(0))
  tick('pass2', t)
}
