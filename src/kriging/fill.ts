import type { Patch } from '../patch'
import { carryVorticity } from '../transport/carry-vorticity'
import { narrowPatch } from '../transport/narrow-patch'
import { guess } from './first-guess'
import { inGreyLevels } from './grey-levels'
import { createKrige, type Krige, type KrigingPass } from './krige'
import { createLevels, statesOf } from './levels'
import { markDeep } from './mark-deep'
import { nearestFirst } from './nearest-first'
import { createRefine, type Refine, type Refinement } from './refine'

export type Quality = 'fast' | 'best'

/** Passes from a rough spectrum and from a good one, and refinements of what they give. */
interface Plan {
  readonly passes: readonly KrigingPass[]
  /** The same where much is missing: an estimate from little is too smooth. */
  readonly dense: readonly KrigingPass[]
  readonly refinement: Refinement
  readonly refinements: number
}

const first: KrigingPass = {
  deep: false,
  block: 16,
  tile: 4,
  neighbours: 28,
  anchors: 8,
  flattening: 2,
}
/** Deep pixels begin as a good estimate, but far from what they are to be predicted from. */
const deep: KrigingPass = {
  deep: true,
  block: 16,
  tile: 4,
  neighbours: 64,
  anchors: 16,
  flattening: 0,
}

const plans: Record<Quality, Plan> = {
  fast: {
    passes: [deep, first, deep, { ...first, block: 12, tile: 3, neighbours: 40, flattening: 0 }],
    dense: [deep, first, deep, { ...first, block: 12, tile: 3, neighbours: 32, flattening: 1 }],
    refinement: { similar: 12, stride: 4, reach: 12 },
    refinements: 1,
  },
  best: {
    passes: [deep, first, deep, { ...first, block: 8, tile: 3, neighbours: 56, flattening: 0 }],
    dense: [deep, first, deep, { ...first, block: 8, tile: 3, neighbours: 40, flattening: 1 }],
    refinement: { similar: 20, stride: 3, reach: 16 },
    refinements: 2,
  },
}

/** The share of missing pixels from which a hole counts as dense. */
const denseFrom = 0.35

/** A pixel this far from known ones is predicted from these and from anchors, on a larger window. */
const deepFrom = 4

/** The side of the window whose spectrum is taken. */
const side = 32
const sideOfDeep = 64

/** In pixels: further than half a window apart, its periodic covariance would turn back. */
const farthest = 14
const nearDeep = nearestFirst(30)

/** Half a tile: a tile's neighbours are counted from its middle. */
const halfTile = 1

/** How thick parts begin: roughly, but with directions that had time to find each other. */
const transport = {
  viscosity: 0,
  iterations: 40,
  tolerance: 0.004,
  poissonTolerance: 1e-3,
  turnsWithNewDirections: 12,
}

/** Twice the scale over which directions are smoothed: enough for a start. */
const reachOfTransport = 10

/** What holes are filled with: memory and tables, the same for all holes of a call. */
interface Tools {
  readonly quality: Quality
  readonly channels: number
  readonly shallow: Krige
  readonly deep: Krige
  readonly refine: Refine
}

const spares: Record<Quality, Tools | undefined> = { fast: undefined, best: undefined }

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
  const spare = spares[quality]
  const tools = spare?.channels === channels ? spare : createTools(quality, channels)
  // Taken away meanwhile: `report` may lead to another call.
  spares[quality] = undefined
  fillWith(tools, patch, radius, report)
  spares[quality] = tools
}

function fillWith(
  { quality, shallow, deep, refine }: Tools,
  given: Patch,
  radius: number,
  report: (pixels: number) => void,
): void {
  const { passes, dense, refinements } = plans[quality]
  const isDense = given.missing.length > denseFrom * given.size
  const every = isDense || quality === 'fast' ? 2 : 1
  const near = nearestFirst(Math.min(radius, farthest) + halfTile)
  const state = statesOf(given)
  const { patch, limits, restore } = inGreyLevels(given, state)
  const levels = createLevels(patch, state)
  for (let l = levels.length - 2; l >= 0; l--) guess(levels[l], levels[l + 1])
  const [level] = levels
  const parts = markDeep(level, Math.min(deepFrom, radius))
  if (parts.deep.length > 0) {
    const thick = narrowPatch(patch, parts.thick, reachOfTransport)
    carryVorticity(thick, transport, () => report(0))
  }

  const stages: ((tell: (pixels: number) => void) => void)[] = []
  for (const pass of isDense ? dense : passes) {
    const pixels = pass.deep ? parts.deep : parts.shallow
    if (pixels.length === 0) continue
    const krige = pass.deep ? deep : shallow
    const spiral = pass.deep ? nearDeep : near
    // Where there are no anchors, none are looked for.
    const anchors = parts.deep.length > 0 ? pass.anchors : 0
    stages.push((tell) => krige(level, pixels, { ...pass, anchors }, spiral, limits, tell))
  }
  for (let r = 0; r < refinements; r++) stages.push((tell) => refine(level, every, limits, tell))
  stages.forEach((run, stage) => {
    const before = (stage * patch.missing.length) / stages.length
    run((pixels) => report(Math.floor(before + pixels / stages.length)))
  })
  restore()
}

function createTools(quality: Quality, channels: number): Tools {
  const { passes, dense, refinement } = plans[quality]
  const mostOf = (wanted: boolean): number => {
    const some = [...passes, ...dense].filter((pass) => pass.deep === wanted)
    return Math.max(...some.map(({ neighbours, anchors }) => neighbours + anchors))
  }
  return {
    quality,
    channels,
    shallow: createKrige(channels, side, mostOf(false)),
    deep: createKrige(channels, sideOfDeep, mostOf(true)),
    refine: createRefine(channels, refinement),
  }
}
