import { farCost } from './far'
import { depthsOf as depthsIn } from './grid'
import type { Level } from './level'
import type { Terms } from './matcher'
import { PATCH_RADIUS } from './patch-size'
import type { Random } from './random'
import { vote } from './vote'

/**
 * The first guess at the coarsest level: the hole is filled from its rim inwards, layer by layer.
 * Each patch is matched on what is known of it by then.
 */
export function peel(level: Level, terms: Terms, random: Random): void {
  const { width, height, isMissing, missing, isSource, sources, hints } = level
  const { luma, chroma, textureX, textureY } = level
  const { columns, rows, targets, from, cost } = level.grid
  const across = columns.length
  const isColored = chroma.length > 0
  const { penalty, guided } = terms
  const far = farCost(level, terms)
  const isFinished = new Int8Array(width * height)
  for (let i = 0; i < isFinished.length; i++) isFinished[i] = 1 - isMissing[i]
  if (hints) {
    for (let n = 0; n < missing.length; n++) {
      const i = missing[n]
      if (hints.weight[i] < CLEAR_HINT) continue
      isFinished[i] = 1
      luma[i] = hints.luma[i]
      if (!isColored) continue
      chroma[2 * i] = hints.chroma[2 * i]
      chroma[2 * i + 1] = hints.chroma[2 * i + 1]
    }
  }

  const layers = layersOf(level)
  const perTarget = Math.max(LEAST_TRIES, MOST_TRIES / targets.length)
  const stride = Math.max(1, sources.length / perTarget)
  const known = new Int32Array((2 * PATCH_RADIUS + 1) ** 2)
  from.fill(-1)
  for (const { places, pixels } of layers) {
    for (const place of places) match(place)
    vote(level, pixels)
    for (let n = 0; n < pixels.length; n++) isFinished[pixels[n]] = 1
  }

  function match(place: number): void {
    const row = Math.floor(place / across)
    const column = place - row * across
    const target = rows[row] * width + columns[column]
    let count = 0
    for (let dy = -PATCH_RADIUS; dy <= PATCH_RADIUS; dy++) {
      for (let dx = -PATCH_RADIUS; dx <= PATCH_RADIUS; dx++) {
        if (isFinished[target + dy * width + dx] === 1) known[count++] = dy * width + dx
      }
    }
    // What is told of the middle alone counts as much as the share of the patch that is seen.
    const share = count / known.length
    const isMiddleKnown = isMissing[target] === 0
    let best = sources[0]
    let least = Infinity
    for (let r = Math.max(row - 1, 0); r <= Math.min(row + 1, rows.length - 1); r++) {
      for (let c = Math.max(column - 1, 0); c <= Math.min(column + 1, across - 1); c++) {
        const neighbour = from[r * across + c]
        if (neighbour < 0) continue
        tryOut(neighbour + (rows[row] - rows[r]) * width + columns[column] - columns[c])
      }
    }
    for (let n = (random.below(1024) / 1024) * stride; n < sources.length; n += stride) {
      tryOut(sources[Math.floor(n)])
    }
    if (stride > 1) {
      for (let size = 2 * Math.ceil(Math.sqrt(stride)); size >= 1; size >>= 1) {
        for (let times = 0; times < 4; times++) {
          const dx = random.below(2 * size + 1) - size
          const dy = random.below(2 * size + 1) - size
          const x = (best % width) + dx
          if (x >= PATCH_RADIUS && x < width - PATCH_RADIUS) tryOut(best + dy * width + dx)
        }
      }
    }
    from[place] = best
    cost[place] = least / share

    function tryOut(source: number): void {
      if (isSource[source] !== 1) return
      const factor = far === undefined ? 1 : far(target, source)
      const enough = least / factor
      let sum = 0
      if (penalty !== undefined) sum += penalty[source] * share
      if (guided !== undefined) sum += guided(target, source) * share
      if (isMiddleKnown) {
        const x = textureX[target] - textureX[source]
        const y = textureY[target] - textureY[source]
        sum += (x * x + y * y) * share
      }
      for (let k = 0; k < count && sum < enough; k++) {
        const a = target + known[k]
        const b = source + known[k]
        const light = luma[a] - luma[b]
        sum += light * light
        if (isColored) {
          const blue = chroma[2 * a] - chroma[2 * b]
          const red = chroma[2 * a + 1] - chroma[2 * b + 1]
          sum += blue * blue + red * red
        }
      }
      if (sum < enough) {
        least = sum * factor
        best = source
      }
    }
  }
}

/** A colour wanted so much is taken for known until there is better. */
const CLEAR_HINT = 0.25

/** At least so many places are tried for each patch, and so many for all of them together. */
const LEAST_TRIES = 800
const MOST_TRIES = 3e6

interface Layer {
  /** The patches that are matched at this turn, */
  readonly places: readonly number[]
  /** and the pixels that are known after it. */
  readonly pixels: Int32Array
}

/** From the patches around the rim, whose middles are known, to the deepest ones. */
function layersOf({ grid, missing, isMissing, width, height }: Level): Layer[] {
  const { targets, depth } = grid
  const depths = depthsIn(isMissing, width, height)
  const layers: { places: number[]; pixels: number[] }[] = []
  const layer = (n: number) => {
    while (layers.length <= n) layers.push({ places: [], pixels: [] })
    return layers[n]
  }
  for (const place of targets) layer(depth[place]).places.push(place)
  for (const pixel of missing) layer(depths[pixel]).pixels.push(pixel)
  return layers.map(({ places, pixels }) => ({ places, pixels: Int32Array.from(pixels) }))
}
