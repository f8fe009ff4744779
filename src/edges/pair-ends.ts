import { type Curve, hermite } from './curve'
import type { EdgeEnd } from './edge-ends'
import type { Plane } from './smooth'

/**
 * Joins ends of edges across a hole, two by two, those that fit best first: by how little the curve
 * between them turns, and how alike the colours along it are. No curve crosses another, or leaves the
 * hole.
 *
 * @param range Of the picture's known samples.
 */
export function pairEnds(ends: readonly EdgeEnd[], isKnown: Plane, range: number): Curve[] {
  const pairs: { a: number; b: number; cost: number }[] = []
  for (let a = 0; a < ends.length; a++) {
    for (let b = a + 1; b < ends.length; b++) {
      const cost = turning(ends[a], ends[b]) + mismatch(ends[a], ends[b], range)
      if (cost < mostCost) pairs.push({ a, b, cost })
    }
  }
  pairs.sort((p, q) => p.cost - q.cost || p.a - q.a || p.b - q.b)
  const isPaired = new Int8Array(ends.length)
  const curves: Curve[] = []
  for (const { a, b } of pairs) {
    if (isPaired[a] === 1 || isPaired[b] === 1) continue
    const curve = hermite(ends[a], ends[b])
    if (!staysInside(curve, isKnown) || curves.some((other) => cross(curve, other))) continue
    isPaired[a] = isPaired[b] = 1
    curves.push(curve)
  }
  return curves
}

const mostCost = 0.6

/** The bending of a thin rod between two ends, times its length: with both slopes small, (a² + ab + b²) 4. */
function turning(a: EdgeEnd, b: EdgeEnd): number {
  const x = b.x - a.x
  const y = b.y - a.y
  const length = Math.sqrt(x * x + y * y)
  const onward = a.dx * x + a.dy * y
  const back = -(b.dx * x + b.dy * y)
  // Neither end may turn by more than 60 degrees.
  if (length < 2 || onward < length / 2 || back < length / 2) return Infinity
  const slopeA = (a.dy * x - a.dx * y) / onward
  const slopeB = (b.dy * x - b.dx * y) / back
  return slopeA * slopeA - slopeA * slopeB + slopeB * slopeB
}

/** How unlike the colours of both sides are; what is left of one end is right of the other. */
function mismatch(a: EdgeEnd, b: EdgeEnd, range: number): number {
  let most = 0
  for (let c = 0; c < a.left.length; c++) {
    const left = Math.abs(a.left[c] - b.right[c])
    const right = Math.abs(a.right[c] - b.left[c])
    most = Math.max(most, left, right)
  }
  const share = most / range
  return share * share * 16
}

function staysInside({ inside: points }: Curve, { width, height, values: known }: Plane): boolean {
  let outside = 0
  for (const [x, y] of points) {
    const u = Math.round(x)
    const v = Math.round(y)
    const isIn = u >= 0 && v >= 0 && u < width && v < height && known[v * width + u] === 0
    if (!isIn) outside++
  }
  return points.length > 0 && outside <= 0.1 * points.length
}

function cross(one: Curve, other: Curve): boolean {
  for (let n = 1; n < one.points.length; n++) {
    for (let m = 1; m < other.points.length; m++) {
      const [p, q, r, s] = [one.points[n - 1], one.points[n], other.points[m - 1], other.points[m]]
      if (side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0) return true
    }
  }
  return false
}

type Point = readonly [x: number, y: number]

/** Positive where c is to one side of the line from a to b, negative where it is to the other. */
function side(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}
