import { cosineOfTurn, sineOfTurn } from '../../exact-math/circle'
import { checkNumber } from '../../image/check'
import { centredPsf, type Psf } from './psf'

/**
 * A straight stroke: the camera, or what it looks at, moved while the shutter was open.
 *
 * The stroke is one pixel wide, and a pixel's weight is the exact area of it that the stroke covers.
 * So any length and any angle will do, and along rows or columns an odd length is a plain box.
 *
 * @param length Pixels from end to end, 0.01 to 1000, also a fraction; larger is more blurred.
 * @param degrees Its direction, counter-clockwise from the positive x axis as the picture is seen:
 * 0 is level, 90 upright, 45 rises to the right. Default 0. As a stroke has no front, 30 and 210 are
 * the same.
 * @returns A PSF just large enough, its origin in the middle of the stroke.
 * @throws {TypeError} An argument is no number.
 * @throws {RangeError} An argument is out of range.
 * @example
 * ```ts
 * import { psf } from 'isophote/deconvolution'
 *
 * const { width, height, origin } = psf.motion(15, 30)
 * console.log(width, height, origin) // 15 9 [ 7, 4 ]
 * ```
 */
export function motion(length: number, degrees = 0): Psf {
  checkNumber('length', length, 0.01, 1000)
  checkNumber('degrees', degrees, -36_000, 36_000)
  const [cos, sin] = directionOf(degrees)
  const reachX = reachOf(length * Math.abs(cos) + Math.abs(sin))
  const reachY = reachOf(length * Math.abs(sin) + Math.abs(cos))
  // Rows go down, angles up.
  return centredPsf(reachX, reachY, (x, y) => areaInStroke(x, -y, length, cos, sin))
}

/** Exact along the axes, where a rounding error would add empty rows. */
function directionOf(degrees: number): [cos: number, sin: number] {
  const half = ((degrees % 180) + 180) % 180
  return [cosineOfTurn(half, 360), sineOfTurn(half, 360)]
}

/** How many pixels beside the middle one an extent touches; a touch by rounding error is none. */
function reachOf(extent: number): number {
  return Math.max(Math.ceil((extent - 1) / 2 - 1e-9), 0)
}

/** The area that the pixel at `(x, y)` has in common with a stroke of width 1 around the origin. */
function areaInStroke(x: number, y: number, length: number, cos: number, sin: number): number {
  // The pixel's corners, in coordinates along and across the stroke.
  let polygon: Point[] = [
    [-0.5, -0.5],
    [0.5, -0.5],
    [0.5, 0.5],
    [-0.5, 0.5],
  ].map(([dx, dy]) => [(x + dx) * cos + (y + dy) * sin, (y + dy) * cos - (x + dx) * sin])
  polygon = clip(polygon, 0, 1, length / 2)
  polygon = clip(polygon, 0, -1, length / 2)
  polygon = clip(polygon, 1, 1, 0.5)
  polygon = clip(polygon, 1, -1, 0.5)
  return areaOf(polygon)
}

type Point = readonly [along: number, across: number]

/** The part of a convex polygon where `sign * point[axis] <= limit`. */
function clip(polygon: readonly Point[], axis: 0 | 1, sign: 1 | -1, limit: number): Point[] {
  const kept: Point[] = []
  polygon.forEach((to, i) => {
    const from = polygon.at(i - 1) as Point
    const a = limit - sign * from[axis]
    const b = limit - sign * to[axis]
    if (a * b < 0) {
      const t = a / (a - b)
      kept.push([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])])
    }
    if (b >= 0) kept.push(to)
  })
  return kept
}

function areaOf(polygon: readonly Point[]): number {
  let doubled = 0
  polygon.forEach(([x, y], i) => {
    const [fromX, fromY] = polygon.at(i - 1) as Point
    doubled += fromX * y - x * fromY
  })
  return Math.max(doubled / 2, 0)
}
