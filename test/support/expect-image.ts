import type { Samples } from '../../src/index'
import { writeFailure } from './failure-pictures'

interface Comparable {
  readonly data: Samples
  readonly width: number
  readonly height: number
  readonly channels?: number
}

/**
 * Fails unless two images are the same to the last bit: class, size and every sample; NaN equals
 * NaN, and 0 is not -0.
 *
 * The message says how much differs and where first; both images and their difference, amplified to
 * the full range, are written to `test/failures` under `name`.
 */
export function expectSameImage(actual: Comparable, expected: Comparable, name: string): void {
  const kind = kindOf(actual)
  const expectedKind = kindOf(expected)
  if (kind !== expectedKind) fail(`${name}: expected ${expectedKind}, got ${kind}`)

  const { width, height } = expected
  const channels = channelsOf(expected)
  const difference = new Float64Array(expected.data.length)
  let first = -1
  let differing = 0
  let most = 0
  for (let i = 0; i < difference.length; i++) {
    if (Object.is(actual.data[i], expected.data[i])) continue
    if (first < 0) first = i
    differing++
    // Against NaN nothing has a distance; it counts as infinite.
    const distance = Math.abs(actual.data[i] - expected.data[i])
    difference[i] = Number.isNaN(distance) ? Infinity : distance
    most = Math.max(most, difference[i])
  }
  if (first < 0) return

  const file = name.replace(/[^\w.-]+/g, '-')
  const write = (which: string, data: Uint8Array): void =>
    writeFailure(`${file}-${which}.png`, { data, width, height, channels })
  const [low, high] = rangeOf(expected.data)
  write('actual', scaled(actual.data, low, high))
  write('expected', scaled(expected.data, low, high))
  write('difference', scaled(difference, 0, most))

  const pixel = Math.floor(first / channels)
  const at = `x ${pixel % width}, y ${Math.floor(pixel / width)}, channel ${first % channels}`
  fail(
    `${name}: ${differing} of ${difference.length} samples differ, by up to ${most}; ` +
      `the first at ${at}: expected ${text(expected.data[first])}, got ${text(actual.data[first])}. ` +
      `Pictures: test/failures/${file}-{actual,expected,difference}.png`,
  )
}

function fail(message: string): never {
  throw new Error(message)
}

function channelsOf({ data, width, height, channels }: Comparable): number {
  return channels ?? data.length / (width * height)
}

function kindOf(image: Comparable): string {
  const { data, width, height } = image
  return `${width} x ${height} x ${channelsOf(image)} in ${data.length} of ${data.constructor.name}`
}

/** `String(-0)` would hide the sign. */
function text(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

function rangeOf(data: Samples): [low: number, high: number] {
  if (data instanceof Uint8Array || data instanceof Uint8ClampedArray) return [0, 255]
  let low = Infinity
  let high = -Infinity
  for (const value of data) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}

/** `low` to black, `high` to white. */
function scaled(data: ArrayLike<number>, low: number, high: number): Uint8Array {
  const scale = Number.isFinite(high - low) && high > low ? 255 / (high - low) : 255
  return Uint8Array.from(data, (value) => Math.min(Math.max((value - low) * scale, 0), 255))
}
