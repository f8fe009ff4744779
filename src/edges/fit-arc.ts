import type { EdgeMap } from './canny'

/** The last piece of an edge: where it ends, which way it leads there, and how it bends. */
export interface Arc {
  readonly x: number
  readonly y: number
  /** Of length 1, onwards past the end. */
  readonly dx: number
  readonly dy: number
  /** How fast the direction turns, in radians per pixel: from x towards y is positive. */
  readonly bend: number
}

/**
 * A parabola through edge pixels, of which the first is the end: least squares across the direction from
 * which they come. None if there are too few of them to have one.
 */
export function fitArc(pixels: readonly number[], { width }: EdgeMap): Arc | undefined {
  if (pixels.length < leastPixels) return undefined
  const endX = pixels[0] % width
  const endY = Math.floor(pixels[0] / width)
  const xs = pixels.map((i) => (i % width) - endX)
  const ys = pixels.map((i) => Math.floor(i / width) - endY)
  const meanX = sumOf(xs) / xs.length
  const meanY = sumOf(ys) / ys.length
  const reach = Math.sqrt(meanX * meanX + meanY * meanY)
  // The end must lie at an end, not in the middle of what was found.
  if (reach < leastPixels / 4) return undefined
  const ax = -meanX / reach
  const ay = -meanY / reach
  const along = xs.map((x, n) => x * ax + ys[n] * ay)
  const across = xs.map((x, n) => ys[n] * ax - x * ay)
  const [offset, slope, curve] = parabola(along, across)
  const length = Math.sqrt(1 + slope * slope)
  return {
    x: endX - offset * ay,
    y: endY + offset * ax,
    dx: (ax - slope * ay) / length,
    dy: (ay + slope * ax) / length,
    bend: (2 * curve) / (length * length * length),
  }
}

const leastPixels = 7

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** a, b, c of a + b t + c t², by least squares; the parabola is held a little flat. */
function parabola(t: readonly number[], u: readonly number[]): [number, number, number] {
  const moment = (power: number, of?: readonly number[]): number => {
    let sum = 0
    for (let n = 0; n < t.length; n++) {
      let term = of ? of[n] : 1
      for (let k = 0; k < power; k++) term *= t[n]
      sum += term
    }
    return sum
  }
  const [m0, m1, m2, m3, m4] = [0, 1, 2, 3, 4].map((power) => moment(power))
  // Pixels stand on a grid: a bend below what that hides is held back.
  const held = m4 + 0.02 * m2 * m0
  const [u0, u1, u2] = [0, 1, 2].map((power) => moment(power, u))
  const det = m0 * (m2 * held - m3 * m3) - m1 * (m1 * held - m3 * m2) + m2 * (m1 * m3 - m2 * m2)
  return [
    (u0 * (m2 * held - m3 * m3) - m1 * (u1 * held - m3 * u2) + m2 * (u1 * m3 - m2 * u2)) / det,
    (m0 * (u1 * held - u2 * m3) - u0 * (m1 * held - m3 * m2) + m2 * (m1 * u2 - u1 * m2)) / det,
    (m0 * (m2 * u2 - m3 * u1) - m1 * (m1 * u2 - m2 * u1) + u0 * (m1 * m3 - m2 * m2)) / det,
  ]
}
