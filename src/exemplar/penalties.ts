import type { Level } from './level'
import { createRandom } from './random'

/** For each pixel of a level, what it costs to copy the patch around it. */
export type Penalties = (level: Level) => Float32Array | undefined

/**
 * Smooth noise at the two coarsest levels: what is copied from where is decided there, so that another
 * seed gives another picture and not the same one with other details.
 */
export function noiseOf(
  { width, height, scale }: Level,
  levels: number,
  seed: number,
): Float32Array | undefined {
  if (scale * 4 < 1 << levels) return undefined
  const cell = 3 * ((1 << levels) / scale)
  const across = Math.floor(width / cell) + 2
  const down = Math.floor(height / cell) + 2
  const random = createRandom(seed)
  const corners = new Float64Array(across * down)
  for (let i = 0; i < corners.length; i++) corners[i] = (random.below(1000) / 1000) * NOISE
  const noise = new Float32Array(width * height)
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(y / cell)
    const v = y / cell - row
    for (let x = 0; x < width; x++, i++) {
      const column = Math.floor(x / cell)
      const u = x / cell - column
      const at = row * across + column
      const above = corners[at] * (1 - u) + corners[at + 1] * u
      const below = corners[at + across] * (1 - u) + corners[at + across + 1] * u
      noise[i] = above * (1 - v) + below * v
    }
  }
  return noise
}

/** As a sum of squared differences: some 13 grey levels in each of 147. */
const NOISE = 25_000

/**
 * Makes the surroundings of what was used costly. Not forbidden: lines that meet the hole may have
 * to be continued from the same place again.
 */
export function usedSources(levels: readonly Level[]) {
  const penalties = new Map(
    levels.map((level) => [level, new Float32Array(level.width * level.height)]),
  )
  return {
    penalties: ((level) => penalties.get(level)) as Penalties,
    /** Notes where the patches of all levels are copied from now. */
    note(): void {
      for (const level of levels) spread(level, penalties.get(level) as Float32Array)
    },
  }
}

function spread({ width, height, grid }: Level, penalty: Float32Array): void {
  const costs = grid.targets.reduce((sum, place) => sum + grid.cost[place], 0)
  const price = Math.max(LEAST_PRICE, (1.5 * costs) / grid.targets.length)
  const isUsed = new Int8Array(width * height)
  for (const place of grid.targets) isUsed[grid.from[place]] = 1
  const more = new Float32Array(width * height)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (isUsed[i] === 0) continue
      for (let row = Math.max(y - NEAR, 0); row <= Math.min(y + NEAR, height - 1); row++) {
        const left = row * width + Math.max(x - NEAR, 0)
        more.fill(price, left, row * width + Math.min(x + NEAR, width - 1) + 1)
      }
    }
  }
  for (let i = 0; i < more.length; i++) penalty[i] += more[i]
}

/** What is so near to a patch used before costs one and a half times what patches do on average, or at least this. */
const NEAR = 2
const LEAST_PRICE = 1_000
