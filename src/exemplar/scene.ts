import type { Patch } from '../patch'
import { eightBit, rangeOfKnown } from './eight-bit'
import type { Guidance } from './guidance'
import { guideLevel, type LevelGuide } from './guide-level'
import { hintsIn } from './hints'
import type { Level } from './level'
import type { ExemplarOptions } from './options'
import { PATCH_RADIUS } from './patch-size'
import { pyramidOf } from './pyramid'
import { selfSimilarity } from './self-similarity'
import { pixelOf, type Window, windowOf } from './window'

/** All that is known of a picture before the first patch is chosen: shared by its completions. */
export interface Scene {
  readonly window: Window
  /** From full size to the coarsest. */
  readonly levels: readonly Level[]
  /** How many times worse a match is for being as far away as the window is wide, or high. */
  readonly farAcross: number
  readonly farDown: number
  /** Steps from target to source that recur, in pixels of the window: `dx, dy` pairs. */
  readonly offsets: Int32Array
  readonly guide?: (level: Level) => LevelGuide | undefined
}

/**
 * @returns `undefined` where no whole patch is known: there is nothing to copy.
 * @throws {RangeError} There is, but guidance allows none of it.
 */
export function sceneOf(
  patch: Patch,
  { location = 'auto' }: ExemplarOptions,
  guidance: Guidance | undefined,
): Scene | undefined {
  const window = windowOf(patch)
  const { width, height } = window
  if (Math.min(width, height) < 2 * PATCH_RADIUS + 1) return undefined
  const isMissing = new Int8Array(width * height)
  for (let n = 0; n < patch.missing.length; n++) isMissing[pixelOf(window, patch.missing[n])] = 1
  const isAllowed = allowedIn(window, guidance?.allowed, patch.imageWidth)
  const range = rangeOfKnown(patch, window, isMissing)
  const levels = pyramidOf({
    width,
    height,
    scale: 1,
    isMissing,
    isAllowed,
    ...eightBit(patch, window, isMissing, range),
    hints: guidance?.colors && hintsIn(patch, window, range, guidance.colors),
  })
  if (levels[0].sources.length === 0) {
    if (!guidance?.allowed) return undefined
    throw new RangeError(
      'guide: expected at least 7 x 7 known pixels in one piece that may be copied, got none',
    )
  }
  const { offsets, layering } = selfSimilarity(levels)
  const contrast = contrastOf(levels[0])
  const place = location === 'auto' ? layering : Number(location)
  return {
    window,
    levels,
    farAcross: FAR_ACROSS * place,
    farDown: FAR_DOWN * place,
    offsets,
    guide:
      guidance && (guidance.lines || guidance.edges)
        ? (level) => guideLevel(level, guidance, patch.imageWidth, window, contrast)
        : undefined,
  }
}

const FAR_ACROSS = 2
const FAR_DOWN = 300

function allowedIn(
  { left, top, width, height }: Window,
  allowed: Int8Array | undefined,
  imageWidth: number,
): Int8Array {
  const isAllowed = new Int8Array(width * height).fill(1)
  if (!allowed) return isAllowed
  for (let y = 0; y < height; y++) {
    const from = (top + y) * imageWidth + left
    isAllowed.set(allowed.subarray(from, from + width), y * width)
  }
  return isAllowed
}

/** How much known luma varies: in a flat picture small differences decide. */
function contrastOf({ luma, isMissing }: Level): number {
  let sum = 0
  let squares = 0
  let count = 0
  for (let i = 0; i < luma.length; i++) {
    if (isMissing[i] === 1) continue
    sum += luma[i]
    squares += luma[i] * luma[i]
    count++
  }
  const mean = sum / count
  const variance = squares / count - mean * mean
  return Math.min(Math.max(Math.sqrt(variance) / 50, 0.15), 1.2)
}
