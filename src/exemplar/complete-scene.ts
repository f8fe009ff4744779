import type { FillOptions } from '../method'
import type { Patch } from '../patch'
import { complete } from './complete'
import type { Level } from './level'
import { noiseOf, type Penalties } from './penalties'
import { showEstimate } from './preview'
import { createRandom } from './random'
import type { Scene } from './scene'
import type { Copied } from './seams'
import { singleSources } from './single-sources'

/** Which completion of a scene. */
export interface Choice extends Pick<FillOptions, 'report'> {
  readonly seed: number
  /** What is not to be used again. */
  readonly used?: Penalties
}

/** Completes a scene, and says where each missing pixel is copied from. */
export function completeScene(
  { levels, window, farAcross, farDown, offsets, guide }: Scene,
  patch: Patch,
  { seed, used, report }: Choice,
): Copied {
  const termsOf = (level: Level) => ({
    perColumn: farAcross / (level.width * level.width),
    perRow: farDown / (level.height * level.height),
    penalty: used?.(level) ?? (seed > 0 ? noiseOf(level, levels.length, seed) : undefined),
    guided: guide?.(level),
  })
  complete(levels, termsOf, offsets, createRandom(seed), (share, finished) => {
    report(
      patch.missing.length * share,
      finished && (() => showEstimate(patch, window, levels[0], finished)),
    )
  })
  const { width, height } = window
  const { missing } = levels[0]
  const order = new Int32Array(width * height).fill(-1)
  for (let n = 0; n < missing.length; n++) order[missing[n]] = n
  return { width, height, missing, sources: singleSources(levels[0]), order }
}
