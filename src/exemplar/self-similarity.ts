import type { Level } from './level'
import { type Difference, differenceOn } from './matcher'
import { PATCH_RADIUS } from './patch-size'
import { createRandom, type Random } from './random'

/** How a picture resembles itself. */
export interface SelfSimilarity {
  /** Steps after which it does, in pixels of the finest level, most frequent first: `dx, dy` pairs. */
  readonly offsets: Int32Array
  /**
   * 0 where the like of a patch is found at any height, as in a meadow from above; 1 where all of it
   * lies at the same height, as in sky over grass.
   */
  readonly layering: number
}

/**
 * The statistics of K. He and J. Sun ("Statistics of Patch Offsets for Image Completion", 2012): each
 * known patch is matched with the one most like it that is not close by; few offsets account for most
 * matches, and what is missing probably lies at one of them too.
 */
export function selfSimilarity(levels: readonly Level[]): SelfSimilarity {
  const level = levels.find(({ width, height }) => width * height <= MOST_PIXELS)
  if (!level || level.sources.length < LEAST_SOURCES) {
    return { offsets: new Int32Array(0), layering: 0 }
  }
  const { width, height, scale } = level
  const apart = Math.max(2 * PATCH_RADIUS + 1, Math.round(Math.max(width, height) / 20))
  const from = matchApart(level, apart)
  // Offsets and their opposites are one: dy >= 0, and dx from -(width - 1).
  const across = 2 * width - 1
  const counts = new Int32Array(across * height)
  let rows = 0
  let matches = 0
  for (let i = 0; i < from.length; i++) {
    if (from[i] < 0) continue
    const dy = Math.floor(from[i] / width) - Math.floor(i / width)
    const dx = from[i] - i - dy * width
    rows += Math.abs(dy)
    matches++
    if (level.textureX[i] + level.textureY[i] < LEAST_TEXTURE) continue
    const sign = dy < 0 || (dy === 0 && dx < 0) ? -1 : 1
    counts[sign * dy * across + sign * dx + width - 1]++
  }
  const peaks = peaksOf(counts, across, height)
  const offsets = new Int32Array(peaks.length * 4)
  peaks.forEach(({ at }, n) => {
    const dy = Math.floor(at / across)
    const dx = at - dy * across - width + 1
    offsets.set([dx * scale, dy * scale, -dx * scale, -dy * scale], 4 * n)
  })
  // Two rows taken by chance are a third of the height apart.
  const byChance = (matches * height) / 3
  return { offsets, layering: Math.min(Math.max(1.5 * (1 - rows / byChance), 0), 1) }
}

const MOST_PIXELS = 50_000
const LEAST_SOURCES = 300
/** Flat patches resemble each other anywhere. */
const LEAST_TEXTURE = 40
const MOST_OFFSETS = 30

/** For every other known patch of every other row the best match at least `apart` pixels away. */
function matchApart(level: Level, apart: number): Int32Array {
  const { width, height, sources } = level
  const difference = differenceOn(level, { perColumn: 0, perRow: 0 })
  const random = createRandom(1)
  const from = new Int32Array(width * height).fill(-1)
  const cost = new Float64Array(width * height)
  const targets = sources.filter((i) => (i & 1) === 1 && (Math.floor(i / width) & 1) === 1)
  for (let pass = 0; pass < 4; pass++) {
    matchPass(targets, level, difference, random, apart, from, cost, pass % 2 === 0 ? -1 : 1)
  }
  return from
}

function matchPass(
  targets: Int32Array,
  { width, height, sources, isSource }: Level,
  difference: Difference,
  random: Random,
  apart: number,
  from: Int32Array,
  cost: Float64Array,
  back: 1 | -1,
): void {
  for (let n = 0; n < targets.length; n++) {
    const target = targets[back < 0 ? n : targets.length - 1 - n]
    const y = (target / width) | 0
    const x = target - y * width
    let best = from[target]
    let least = best < 0 ? Infinity : cost[target]
    for (let k = 0; k < 12; k++) {
      let source = -1
      if (k < 2) {
        const step = k === 0 ? 2 * back : 2 * back * width
        const neighbour = from[target + step] ?? -1
        if (neighbour >= 0) source = neighbour - step
      } else if (k < 5 || best < 0) {
        source = sources[random.below(sources.length)]
      } else {
        const reach = 1 << (k - 5)
        const toX = (best % width) + random.below(2 * reach + 1) - reach
        const toY = ((best / width) | 0) + random.below(2 * reach + 1) - reach
        if (toX >= 0 && toX < width && toY >= 0 && toY < height) source = toY * width + toX
      }
      if (source < 0 || isSource[source] !== 1) continue
      const dy = ((source / width) | 0) - y
      const dx = source - y * width - dy * width - x
      if (Math.max(Math.abs(dx), Math.abs(dy)) < apart) continue
      const found = difference(target, source, least)
      if (found < least) {
        least = found
        best = source
      }
    }
    from[target] = best
    cost[target] = least
  }
}

/** The most frequent offsets: maxima of the counts, each with those of its neighbours. */
function peaksOf(counts: Int32Array, width: number, height: number) {
  const near = new Int32Array(counts.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (counts[y * width + x] === 0) continue
      for (let row = Math.max(y - 1, 0); row <= Math.min(y + 1, height - 1); row++) {
        for (let column = Math.max(x - 1, 0); column <= Math.min(x + 1, width - 1); column++) {
          near[row * width + column] += counts[y * width + x]
        }
      }
    }
  }
  const peaks: { at: number; count: number }[] = []
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (near[at] < 4) continue
      let isPeak = true
      for (let row = Math.max(y - 1, 0); row <= Math.min(y + 1, height - 1); row++) {
        for (let column = Math.max(x - 1, 0); column <= Math.min(x + 1, width - 1); column++) {
          const other = row * width + column
          // Of equals the first.
          if (near[other] > near[at] || (near[other] === near[at] && other < at)) isPeak = false
        }
      }
      if (isPeak) peaks.push({ at, count: near[at] })
    }
  }
  return peaks.sort((a, b) => b.count - a.count || a.at - b.at).slice(0, MOST_OFFSETS)
}
