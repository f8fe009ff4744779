import type { FillOptions, Method } from '../method'
import { depths } from './depth'
import type { Patch } from '../patch'
import { nonLocal } from './nl'
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
  const D = env.D ?? 6
  const lattice = env.lattice ?? 3
  const deep = levels.map((l, i) => depths(l, links[i]))
  const states = levels.map((l, i) => {
    const state = l.known.slice()
    if (deep[i].deepest <= D) return state
    const { runs, missing } = l.patch
    for (let r = 0, m = 0; r < runs.length; r += 4) {
      const end = runs[r + 3] + runs[r + 2] - runs[r + 1]
      const shift = runs[r + 1] - runs[r + 3]
      for (; m < missing.length && missing[m] < end; m++) {
        const j = missing[m]
        if (deep[i].depth[j] <= D) continue
        state[j] = (j + shift) % lattice === 0 && runs[r] % lattice === 0 ? 2 : 3
      }
    }
    return state
  })
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
  const base = { win: 1, a: 0.03, L: 20, nug: 1e-4, mean: 20, radius: 9, least: 3, anchorNug: 0.1 }
  const dense = patch.missing.length > 0.35 * patch.size
  for (let l = levels.length - 2; l >= 0; l--) {
    const level = levels[l]
    interpolate(level, levels[l + 1] as Coarser, links[l], links[l + 1])
    relax(level, level.inPatch, links[l], deep[l].deepest > D ? (env.sweeps ?? 2) : 6)
    if (l > 0 && deep[l - 1].deepest <= D) continue
    t = performance.now()
    const window = createWindow(level.patch)
    krigePass(level.patch, states[l], window, { ...base, step: 14, tile: 4, N: 32, whiten: 2, ...env.all, ...env.p1 }, limits, () => report(0))
    tick('pass1', t)
    t = performance.now()
    krigePass(level.patch, states[l], window, { ...base, step: 9, tile: 3, N: 36, whiten: dense ? 1 : 0, ...env.all, ...env.p2 }, limits, () => report(0))
    tick('pass2', t)
  }
  if (env.nl === 0) return
  t = performance.now()
  const nl = { K: 12, stride: 4, reach: 12, full: false, lam: 100, soft: 0.4, t: 0.65, tau: 8, p: 6, scale: 1, ws: 0, base: 1.5, ...env.nl }
  nonLocal(patch, levels[0].known, nl, limits)
  tick('nl', t)
}
