import type { Level } from './level'

/**
 * Gives missing pixels the mean of what the patches over them would copy there. Patches that fit
 * well count far more than others: a plain mean would be fog.
 *
 * @param pixels Which missing pixels.
 * @returns By how much luma changed, on average.
 */
export function vote(level: Level, pixels: Int32Array): number {
  const { width, luma, chroma, textureX, textureY, hints } = level
  const { columns, rows, firstColumn, endColumn, firstRow, endRow, from, cost, depth } = level.grid
  const across = columns.length
  const isColored = chroma.length > 0
  let change = 0
  for (let n = 0; n < pixels.length; n++) {
    const pixel = pixels[n]
    const y = (pixel / width) | 0
    const x = pixel - y * width
    const left = firstColumn[x]
    const right = endColumn[x]
    const bottom = endRow[y]
    let least = Infinity
    let sum = 0
    let count = 0
    for (let row = firstRow[y]; row < bottom; row++) {
      for (let place = row * across + left, end = row * across + right; place < end; place++) {
        if (from[place] < 0) continue
        const costs = cost[place]
        if (costs < least) least = costs
        sum += costs
        count++
      }
    }
    if (count === 0) continue
    const sharpness = sum > 0 ? (STEPS_PER_UNIT * count) / (2 * TEMPERATURE * sum) : 0

    let total = 0
    let light = 0
    let blue = 0
    let red = 0
    let toSide = 0
    let downwards = 0
    for (let row = firstRow[y]; row < bottom; row++) {
      const shift = (y - rows[row]) * width + x
      for (let column = left; column < right; column++) {
        const place = row * across + column
        if (from[place] < 0) continue
        const step = (cost[place] - least) * sharpness
        if (step >= STEPS) continue
        const weight = falling[step | 0] * trust[depth[place]]
        const source = from[place] + shift - columns[column]
        total += weight
        light += weight * luma[source]
        if (isColored) {
          blue += weight * chroma[2 * source]
          red += weight * chroma[2 * source + 1]
        }
        toSide += weight * textureX[source]
        downwards += weight * textureY[source]
      }
    }
    const wanted = hints === undefined ? 0 : HINT_WEIGHT * hints.weight[pixel]
    if (hints !== undefined && wanted > 0) {
      light += wanted * total * hints.luma[pixel]
      if (isColored) {
        blue += wanted * total * hints.chroma[2 * pixel]
        red += wanted * total * hints.chroma[2 * pixel + 1]
      }
    }
    const share = 1 / (total * (1 + wanted))
    const plainShare = 1 / total
    change += Math.abs(light * share - luma[pixel])
    luma[pixel] = light * share
    if (isColored) {
      chroma[2 * pixel] = blue * share
      chroma[2 * pixel + 1] = red * share
    }
    textureX[pixel] = toSide * plainShare
    textureY[pixel] = downwards * plainShare
  }
  return change / pixels.length
}

/** In units of the mean cost: the smaller, the more a vote is decided by the best patch alone. */
const TEMPERATURE = 0.07
const STEPS_PER_UNIT = 64
/** Weights below e^-7 count as none. */
const STEPS = 7 * STEPS_PER_UNIT

/** A full hint against all patches together. */
const HINT_WEIGHT = 4

/** e^(-k/64), by multiplication: `Math.exp` may differ in the last bit from engine to engine. */
const falling = powers(0.98449643700540845, STEPS)

/** Patches near the rim hold more that is known. */
const trust = powers(1 / 1.3, 128)

function powers(base: number, count: number): Float64Array {
  const list = new Float64Array(count).fill(1)
  for (let k = 1; k < count; k++) list[k] = list[k - 1] * base
  return list
}
