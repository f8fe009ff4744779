import { fillBySolving } from '../elliptic/fill'
import { poissonEquation } from '../elliptic/poisson'
import type { GuidedFillOptions } from '../method'
import type { Patch } from '../patch'
import { completeScene } from './complete-scene'
import { copyInto } from './copies'
import type { ExemplarOptions } from './options'
import { sceneOf } from './scene'

/** Fills a patch that is a window of the picture with copies of other parts of it. */
export function fillByExemplars(patch: Patch, options: GuidedFillOptions & ExemplarOptions): void {
  const { guidance, seed = 0, report } = options
  const scene = sceneOf(patch, options, guidance?.planes)
  if (scene === undefined) fillSmoothly(patch, options)
  else copyInto(patch, scene.window, completeScene(scene, patch, { seed, report }))
}

/** Tiny, or nearly nothing known: that tones go on is all that can be said. */
export function fillSmoothly(patch: Patch, options: GuidedFillOptions): void {
  fillBySolving(patch, poissonEquation(patch), { ...options, guidance: undefined })
}
