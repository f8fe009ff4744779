import type { EdgeGuidance, Guidance, LineGuidance } from './guidance'
import type { Level } from './level'
import type { Window } from './window'

/** What guidance adds to the difference of two patches, told their middles. */
export type LevelGuide = (target: number, source: number) => number

/**
 * Lines and edges at one level. Both are scalars of a patch's middle, so that they cost little;
 * therefore edges are spread over the patch, and lines known by the distance to them.
 *
 * @param contrast How much luma varies in the picture: differences are weighed against its.
 */
export function guideLevel(
  level: Level,
  { lines, edges }: Guidance,
  imageWidth: number,
  window: Window,
  contrast: number,
): LevelGuide | undefined {
  const ofLines = lines && lineTerm(level, lines, imageWidth, window, contrast)
  const ofEdges = edges && edgeTerm(level, edges, imageWidth, window, contrast)
  if (!ofLines || !ofEdges) return ofLines ?? ofEdges
  return (target, source) => ofLines(target, source) + ofEdges(target, source)
}

/** A line matters to patches whose middles are less than so many pixels of the level from it. */
const LINE_REACH = 5

/** What these cost at a contrast of 1, as squares: to be on a line and to copy from off it, */
const OFF_THE_LINE = 900 * 900
/** from the other side of it, */
const OTHER_SIDE = 200 * 200
/** from where it runs at right angles, */
const OTHER_WAY = 500 * 500
/** and to have a clear edge where the source has none. */
const NO_EDGE = 300 * 300

function lineTerm(
  { width, height, scale }: Level,
  { distance, stroke, cosine, sine }: LineGuidance,
  imageWidth: number,
  window: Window,
  contrast: number,
): LevelGuide {
  const near = new Float32Array(width * height)
  const side = new Int8Array(width * height)
  const which = new Int8Array(width * height)
  const along = new Float32Array(2 * width * height)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const from = fullSizePixel(window, imageWidth, x, y, scale)
      if (stroke[from] === 0) continue
      const away = distance[from] / scale
      near[i] = Math.max(1 - Math.abs(away) / LINE_REACH, 0)
      side[i] = away > 1 ? 1 : away < -1 ? -1 : 0
      which[i] = stroke[from]
      along[2 * i] = cosine[from]
      along[2 * i + 1] = sine[from]
    }
  }
  const unit = contrast * contrast
  return (target, source) => {
    const sameStroke = which[target] === which[source]
    const there = sameStroke ? near[source] : 0
    const missed = near[target] - there
    let sum = OFF_THE_LINE * missed * missed
    if (!sameStroke) return sum * unit
    if (side[target] * side[source] < 0) sum += OTHER_SIDE
    const turned =
      1 - along[2 * target] * along[2 * source] - along[2 * target + 1] * along[2 * source + 1]
    return (sum + OTHER_WAY * 0.5 * turned * Math.min(near[target], there)) * unit
  }
}

function edgeTerm(
  { width, height, scale }: Level,
  { cosine, sine }: EdgeGuidance,
  imageWidth: number,
  window: Window,
  contrast: number,
): LevelGuide {
  const strength = new Float32Array(2 * width * height)
  for (let y = 0; y < window.height; y++) {
    const row = Math.floor(y / scale) * width
    const from = (window.top + y) * imageWidth + window.left
    for (let x = 0; x < window.width; x++) {
      const to = 2 * (row + Math.floor(x / scale))
      strength[to] += cosine[from + x]
      strength[to + 1] += sine[from + x]
    }
  }
  // An edge one pixel wide crosses `scale` of a cell's pixels, and a few of a patch's cells.
  const spread = spreadOver(strength, width, height, scale)
  const unit = NO_EDGE * contrast * contrast
  return (target, source) => {
    const wantedC = spread[2 * target]
    const wantedS = spread[2 * target + 1]
    const c = wantedC - spread[2 * source]
    const s = wantedS - spread[2 * source + 1]
    // Where none is wanted nothing is said: few will draw all the edges there are.
    return (c * c + s * s) * Math.min(wantedC * wantedC + wantedS * wantedS, 1) * unit
  }
}

/** Sums over 3 x 3 cells, so that a clear edge through the middle is about 1. */
function spreadOver(cells: Float32Array, width: number, height: number, scale: number) {
  const spread = new Float32Array(cells.length)
  const share = 1 / (3 * scale)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let c = 0
      let s = 0
      for (let row = Math.max(y - 1, 0); row <= Math.min(y + 1, height - 1); row++) {
        for (let column = Math.max(x - 1, 0); column <= Math.min(x + 1, width - 1); column++) {
          c += cells[2 * (row * width + column)]
          s += cells[2 * (row * width + column) + 1]
        }
      }
      spread[2 * (y * width + x)] = Math.min(Math.max(c * share, -1), 1)
      spread[2 * (y * width + x) + 1] = Math.min(Math.max(s * share, -1), 1)
    }
  }
  return spread
}

/** The pixel of the picture in the middle of a level's. */
function fullSizePixel(
  { left, top, width, height }: Window,
  imageWidth: number,
  x: number,
  y: number,
  scale: number,
): number {
  const column = Math.min(x * scale + (scale >> 1), width - 1)
  const row = Math.min(y * scale + (scale >> 1), height - 1)
  return (top + row) * imageWidth + left + column
}
