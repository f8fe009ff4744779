import { depthsOf } from './grid'
import { halfHints } from './hints'
import { type Level, levelOf, type Planes } from './level'
import { measureTexture } from './texture'

/**
 * The picture at full size, at half, at a quarter ..., down to where the hole is a few pixels deep:
 * there a patch sees both sides of it.
 */
export function pyramidOf(finest: Omit<Planes, 'textureX' | 'textureY'>): Level[] {
  const { isMissing, width, height } = finest
  const depths = depthsOf(isMissing, width, height)
  let deepest = 0
  for (let i = 0; i < depths.length; i++) if (depths[i] > deepest) deepest = depths[i]
  let count = 1
  while (deepest / (1 << (count - 1)) > COARSEST_DEPTH) {
    if (Math.min(width, height) / (1 << count) < LEAST_SIDE) break
    count++
  }

  const texture = measureTexture(finest, (1 << (count - 1)) >> 1)
  const all: Planes[] = [{ ...finest, ...texture }]
  while (all.length < count) all.push(half(all[all.length - 1], texture, finest))
  const levels = all.map((planes, n) => levelOf(planes, n === count - 1 ? 1 : 2))
  // A hole grows by up to a pixel with each step: there must be enough left to copy from.
  while (levels.length > 1 && levels[levels.length - 1].sources.length < LEAST_SOURCES) {
    levels.pop()
  }
  if (levels.length < count) {
    levels[levels.length - 1] = levelOf(all[levels.length - 1], 1)
  }
  return levels
}

const COARSEST_DEPTH = 10
const LEAST_SIDE = 24
const LEAST_SOURCES = 100

type Texture = Pick<Planes, 'textureX' | 'textureY'>

/**
 * A pixel is the mean of what is known of four. It is missing if any of them is, and must not be
 * copied if any of them must not.
 */
function half(fine: Planes, texture: Texture, finest: Pick<Planes, 'width' | 'height'>): Planes {
  const width = (fine.width + 1) >> 1
  const height = (fine.height + 1) >> 1
  const scale = fine.scale * 2
  const pixels = width * height
  const coarse: Planes = {
    width,
    height,
    scale,
    isMissing: new Int8Array(pixels),
    isAllowed: new Int8Array(pixels),
    luma: new Uint8ClampedArray(pixels),
    chroma: new Uint8ClampedArray(fine.chroma.length > 0 ? 2 * pixels : 0),
    textureX: new Float32Array(pixels),
    textureY: new Float32Array(pixels),
    hints: fine.hints && halfHints(fine.hints),
  }
  const isColored = fine.chroma.length > 0
  for (let y = 0; y < height; y++) halveRow(fine, coarse, y, isColored)
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.min(y * scale + (scale >> 1), finest.height - 1) * finest.width
    for (let x = 0; x < width; x++, i++) {
      const from = row + Math.min(x * scale + (scale >> 1), finest.width - 1)
      coarse.textureX[i] = texture.textureX[from]
      coarse.textureY[i] = texture.textureY[from]
    }
  }
  return coarse
}

function halveRow(fine: Planes, coarse: Planes, y: number, isColored: boolean): void {
  const { luma, chroma, isMissing, isAllowed, width } = fine
  const rowStep = 2 * y + 1 < fine.height ? width : 0
  for (let x = 0, to = y * coarse.width; x < coarse.width; x++, to++) {
    const a = 2 * y * width + 2 * x
    const b = 2 * x + 1 < width ? a + 1 : a
    const c = a + rowStep
    const d = b + rowStep
    coarse.isAllowed[to] = isAllowed[a] & isAllowed[b] & isAllowed[c] & isAllowed[d]
    const ka = 1 - isMissing[a]
    const kb = 1 - isMissing[b]
    const kc = 1 - isMissing[c]
    const kd = 1 - isMissing[d]
    const known = ka + kb + kc + kd
    coarse.isMissing[to] = known < 4 ? 1 : 0
    if (known === 0) continue
    const share = 1 / known
    coarse.luma[to] = (ka * luma[a] + kb * luma[b] + kc * luma[c] + kd * luma[d]) * share
    if (!isColored) continue
    for (let k = 0; k < 2; k++) {
      coarse.chroma[2 * to + k] =
        (ka * chroma[2 * a + k] +
          kb * chroma[2 * b + k] +
          kc * chroma[2 * c + k] +
          kd * chroma[2 * d + k]) *
        share
    }
  }
}
