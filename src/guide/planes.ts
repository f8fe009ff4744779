import { edgesOf } from '../edges/canny'
import type { Plane } from '../edges/smooth'
import type { ColorGuidance, EdgeGuidance, Guidance, LineGuidance } from '../exemplar/guidance'
import type { Picture } from '../image/picture'
import { type Bitmap, bitAt } from '../mask/bitmap'
import { drawnDirections } from './drawn-directions'
import { eachNear } from './near-line'
import type { Hints } from './read-colors'
import type { EdgeSource, VectorMap } from './read-edges'
import type { CheckedGuide } from './read-guide'
import type { Stroke } from './read-lines'

/** A guide as planes over the whole picture. */
export function guidancePlanes(
  { source, forbid, lines, colors, edges }: CheckedGuide,
  picture: Picture,
  missing: Bitmap,
): Guidance {
  return {
    allowed: source || forbid ? allowedPixels(picture, source, forbid) : undefined,
    lines: lines && linePlanes(picture, lines),
    colors: colors && colorPlanes(picture, missing, colors),
    edges: edges && edgePlanes(picture, missing, edges),
  }
}

function allowedPixels(
  { width, height }: Picture,
  source: Bitmap | undefined,
  forbid: Bitmap | undefined,
): Int8Array {
  const allowed = new Int8Array(width * height)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const isForbidden = forbid !== undefined && bitAt(forbid, x, y) === 1
      allowed[i] = !isForbidden && (source === undefined || bitAt(source, x, y) === 1) ? 1 : 0
    }
  }
  return allowed
}

function linePlanes(picture: Picture, lines: readonly Stroke[]): LineGuidance {
  const { width, height } = picture
  const distance = new Float32Array(width * height).fill(farFromLines)
  const stroke = new Int8Array(width * height)
  const cosine = new Float32Array(width * height)
  const sine = new Float32Array(width * height)
  lines.forEach(({ points }, n) => {
    eachNear(points, farFromLines, picture, (x, y, away, { dx, dy }) => {
      const i = y * width + x
      if (Math.abs(away) >= Math.abs(distance[i])) return
      distance[i] = away
      stroke[i] = n + 1
      cosine[i] = dx * dx - dy * dy
      sine[i] = 2 * dx * dy
    })
  })
  return { distance, stroke, cosine, sine }
}

/** Pixels: further from all strokes than this, none says anything. */
const farFromLines = 64

function colorPlanes(picture: Picture, missing: Bitmap, hints: Hints): ColorGuidance {
  const { width, height, channels } = picture
  const samples = new Float64Array(width * height * channels)
  const weight = new Float32Array(width * height)
  eachMissing(missing, (x, y, i) => {
    weight[i] = hints.weightAt(x, y)
    if (weight[i] === 0) return
    for (let c = 0; c < channels; c++) samples[c * width * height + i] = hints.sampleAt(x, y, c)
  })
  return { samples, weight }
}

/** The picture's own edges where it is known, and the guide's where it is not. */
function edgePlanes(picture: Picture, missing: Bitmap, edges: EdgeSource): EdgeGuidance {
  const { width, height } = picture
  const isKnown: Plane = { width, height, values: new Float32Array(width * height).fill(1) }
  eachMissing(missing, (_x, _y, i) => {
    isKnown.values[i] = 0
  })
  const planes = directionsOf(edgesOf(picture, isKnown, {}))
  const wanted = guidedEdges(picture, edges)
  eachMissing(missing, (_x, _y, i) => {
    planes.cosine[i] = wanted.cosine[i]
    planes.sine[i] = wanted.sine[i]
  })
  return planes
}

function guidedEdges(picture: Picture, { lines = [], map, drawing }: EdgeSource): EdgeGuidance {
  if (map) return directionsOf(map)
  if (drawing) return drawnDirections(drawing)
  const { width, height } = picture
  const cosine = new Float32Array(width * height)
  const sine = new Float32Array(width * height)
  for (const { points, width: wide } of lines) {
    eachNear(points, Math.max(wide / 2, 0.7072), picture, (x, y, _, { dx, dy }) => {
      cosine[y * width + x] = dx * dx - dy * dy
      sine[y * width + x] = 2 * dx * dy
    })
  }
  return { cosine, sine }
}

/** Vectors across edges as twice the angle along them. */
function directionsOf({ width, height, data }: VectorMap): EdgeGuidance {
  const cosine = new Float32Array(width * height)
  const sine = new Float32Array(width * height)
  for (let i = 0; i < width * height; i++) {
    const dx = data[2 * i]
    const dy = data[2 * i + 1]
    const square = dx * dx + dy * dy
    if (!(square > 0)) continue
    const strength = Math.min(Math.sqrt(square) / clearStep, 1) / square
    cosine[i] = (dy * dy - dx * dx) * strength
    sine[i] = -2 * dx * dy * strength
  }
  return { cosine, sine }
}

/** A step of this share of the picture's range is as clear an edge as there is; as `canny`'s `high`. */
const clearStep = 0.15

function eachMissing(
  { width, height, stride, words }: Bitmap,
  visit: (x: number, y: number, i: number) => void,
): void {
  for (let y = 0; y < height; y++) {
    for (let w = 0; w < stride; w++) {
      const word = words[y * stride + w]
      if (word === 0) continue
      for (let x = 32 * w; x < Math.min(32 * w + 32, width); x++) {
        if ((word >>> (x & 31)) & 1) visit(x, y, y * width + x)
      }
    }
  }
}
