import type { Patch } from '../patch'
import { guess } from './first-guess'
import { inGreyLevels } from './grey-levels'
import { createKrige, type Krige, type KrigingPass } from './krige'
import { createLevels, statesOf } from './levels'
import { markDeep } from './mark-deep'
import { nearestFirst } from './nearest-first'
import { createRefine, type Refine, type Refinement } from './refine'

export type Quality = 'fast' | 'best'

/** A first pass from a rough spectrum, one from a good spectrum, and refinements of that. */
interface Plan {
  readonly passes: readonly [first: KrigingPass, second: KrigingPass]
  /** The second pass where much is missing: an estimate from little is too smooth. */
  readonly dense: KrigingPass
  readonly refinement: Refinement
  readonly refinements: number
}

const first: KrigingPass = { block: 16, tile: 4, neighbours: 28, flattening: 2 }
const plans: Record<Quality, Plan> = {
  fast: {
    passes: [first, { block: 12, tile: 3, neighbours: 36, flattening: 0 }],
    dense: { block: 12, tile: 3, neighbours: 32, flattening: 1 },
    refinement: { similar: 12, stride: 4, reach: 12 },
    refinements: 1,
  },
  best: {
    passes: [first, { block: 8, tile: 3, neighbours: 56, flattening: 0 }],
    dense: { block: 8, tile: 3, neighbours: 40, flattening: 1 },
    refinement: { similar: 20, stride: 3, reach: 16 },
    refinements: 2,
  },
}

/** The share of missing pixels from which a hole counts as dense. */
const denseFrom = 0.35

/** A pixel deeper than this is filled from the coarser level. */
const deepest = 6

/** In pixels: further than half a window apart, its periodic covariance would turn back. */
const farthest = 14

/** Half a tile: a tile's neighbours are counted from its middle. */
const halfTile = 1

/** What holes are filled with: memory and tables, the same for all holes of a call. */
interface Tools {
  readonly quality: Quality
  readonly channels: number
  readonly krige: Krige
  readonly refine: Refine
}

let spare: Tools | undefined

/**
 * Local-spectrum kriging of a hole, from coarse to fine, and its refinement.
 *
 * @param radius How far from a tile the pixels may lie that it is predicted from.
 */
export function fillByKriging(
  patch: Patch,
  quality: Quality,
  radius: number,
  report: (pixels: number) => void,
): void {
  const { channels } = patch
  const fits = spare?.quality === quality && spare.channels === channels
  const tools = fits && spare ? spare : createTools(quality, channels)
  // Taken away meanwhile: `report` may lead to another call.
  spare = undefined
  fillWith(tools, patch, radius, report)
  spare = tools
}

function fillWith(
  { quality, krige, refine }: Tools,
  given: Patch,
  radius: number,
  report: (pixels: number) => void,
): void {
  const { passes, dense, refinements } = plans[quality]
  const isDense = given.missing.length > denseFrom * given.size
  const every = isDense || quality === 'fast' ? 2 : 1
  const spiral = nearestFirst(Math.min(radius, farthest) + halfTile)
  const state = statesOf(given)
  const { patch, limits, restore } = inGreyLevels(given, state)
  const levels = createLevels(patch, state)
  const isDeep = levels.map((level) => markDeep(level, Math.min(deepest, radius)))

  for (let l = levels.length - 2; l >= 0; l--) {
    guess(levels[l], levels[l + 1], isDeep[l] ? 2 : 6)
    // A coarse level is the start of the finer one, which has to be good only where it is kept.
    if (l > 0 && !isDeep[l - 1]) continue
    const stages: ((tell: (pixels: number) => void) => void)[] = [
      (tell) => krige(levels[l], passes[0], spiral, limits, tell),
      (tell) => krige(levels[l], isDense ? dense : passes[1], spiral, limits, tell),
    ]
    for (let r = 0; r < refinements; r++) {
      stages.push((tell) => refine(levels[l], every, limits, tell))
    }
    stages.forEach((run, stage) => {
      // Coarse levels are done in no time; what is told is how far the picture itself is.
      const before = l > 0 ? 0 : (stage * patch.missing.length) / stages.length
      const share = l > 0 ? 0 : 1 / stages.length
      run((pixels) => report(Math.floor(before + pixels * share)))
    })
  }
  restore()
}

function createTools(quality: Quality, channels: number): Tools {
  const { passes, dense, refinement } = plans[quality]
  const most = Math.max(...[...passes, dense].map(({ neighbours }) => neighbours))
  return {
    quality,
    channels,
    krige: createKrige(channels, most),
    refine: createRefine(channels, refinement),
  }
}
