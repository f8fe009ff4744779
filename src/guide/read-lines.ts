import { checkNumber, describe } from '../image/check'
import type { Line, Points } from './guide'

/** A line as methods take it. */
export interface Stroke {
  readonly points: Points
  /** Pixels. */
  readonly width: number
}

/** @throws {TypeError | RangeError} `lines` is no list of lines, or a number in it is wrong. */
export function readLines(name: string, lines: unknown): Stroke[] {
  if (!Array.isArray(lines)) {
    throw new TypeError(`${name}: expected a list of lines, got ${describe(lines)}`)
  }
  if (lines.length > mostLines) {
    throw new RangeError(`${name}: expected at most ${mostLines} lines, got ${lines.length}`)
  }
  return lines.map((line, n) => readLine(`${name}[${n}]`, line))
}

/** As many as a completion can tell apart. */
const mostLines = 127

function readLine(name: string, line: Line): Stroke {
  const { points, width = 1 } = (Array.isArray(line) ? { points: line } : (line ?? {})) as {
    points?: unknown
    width?: unknown
  }
  if (!Array.isArray(points)) {
    throw new TypeError(`${name}: expected points [[x, y], ...], got ${describe(line)}`)
  }
  if (points.length < 2) {
    throw new RangeError(`${name}: expected at least 2 points, got ${points.length}`)
  }
  checkNumber(`${name}.width`, width, 0, 1000)
  return { points: points.map((point, n) => readPoint(`${name}[${n}]`, point)), width }
}

function readPoint(name: string, point: unknown): readonly [number, number] {
  if (!Array.isArray(point) || point.length !== 2) {
    throw new TypeError(`${name}: expected a point [x, y], got ${describe(point)}`)
  }
  const [x, y] = point
  checkNumber(name, x, -farthest, farthest)
  checkNumber(name, y, -farthest, farthest)
  return [x, y]
}

/** Lines may begin and end outside the image, but what lies far out costs time for nothing. */
const farthest = 100_000
