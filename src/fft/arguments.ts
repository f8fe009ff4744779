import { checkNumber, classOf, describe } from '../image/check'
import type { Complex, Numbers } from './complex'

/** The longest transform, and the longest side of one in two dimensions. */
export const longest = 2 ** 24

/** The most numbers a transform in two dimensions may have. */
const mostNumbers = 2 ** 27

/** `RangeError` unless `n` is a length there are transforms for. */
export function checkLength(name: string, n: unknown): asserts n is number {
  checkNumber(name, n, 1, longest, 'whole number')
}

export function checkSides(width: unknown, height: unknown): void {
  checkLength('width', width)
  checkLength('height', height)
  const numbers = (width as number) * (height as number)
  if (numbers > mostNumbers) {
    throw new RangeError(
      `width, height: expected at most ${mostNumbers} numbers, got ${width} x ${height}`,
    )
  }
}

/** Complex numbers as two planes of doubles: the caller's own, or converted copies. */
export function complexInput(name: string, input: unknown, n?: number): Complex {
  const { re, im } = (input ?? {}) as Complex
  // The common case, without a call and without a copy: this door is passed for every small transform.
  if (re instanceof Float64Array && im instanceof Float64Array) {
    if (re.length === im.length && (n === undefined || re.length === n)) return input as Complex
  }
  return convertComplex(name, input, n)
}

/** Real numbers as doubles: the caller's own array, or a converted copy. */
export function realInput(name: string, input: unknown, n?: number): Float64Array {
  if (!isNumbers(input)) {
    throw new TypeError(
      `${name}: expected a typed array or an array of numbers, got ${describe(input)}`,
    )
  }
  checkCount(name, input.length, n)
  return isDoubles(input) ? input : Float64Array.from(input)
}

/**
 * The caller's planes for `n` complex results, or new ones.
 *
 * A plane may be the one that is read in its place, `re` or `im`, as all is read before it is
 * overwritten. It may share no memory with any other.
 */
export function complexOutput(
  output: unknown,
  n: number,
  re: Float64Array,
  im: Float64Array,
): Complex {
  if (output === undefined) return { re: new Float64Array(n), im: new Float64Array(n) }
  const to = output as Complex
  if (typeof output !== 'object' || !to || !('re' in to && 'im' in to)) {
    throw new TypeError(`output: expected { re, im }, got ${describe(output)}`)
  }
  checkDoubles('output.re', to.re, n)
  checkDoubles('output.im', to.im, n)
  // Asking for an array's buffer takes 12 ns, so it is not done again and again.
  const a = to.re.buffer
  const b = to.im.buffer
  const c = re.buffer
  const d = im === re ? c : im.buffer
  if (a === b || a === c || a === d || b === c || b === d) checkPlanes(to, re, im)
  return to
}

/** The caller's array for `n` real results, or a new one. It may share no memory with the input. */
export function realOutput(
  output: unknown,
  n: number,
  re: Float64Array,
  im: Float64Array,
): Float64Array {
  if (output === undefined) return new Float64Array(n)
  checkDoubles('output', output, n)
  if (overlap(output, re) || overlap(output, im)) refuse('output', 'the input')
  return output
}

function convertComplex(name: string, input: unknown, n?: number): Complex {
  if (typeof input === 'object' && input) {
    if ('interleaved' in input) return split(`${name}.interleaved`, input.interleaved, n)
    if ('re' in input && 'im' in input) {
      const re = realInput(`${name}.re`, input.re, n)
      return { re, im: realInput(`${name}.im`, input.im, re.length) }
    }
  }
  const hint = isNumbers(input) ? ' (real numbers are for rfft)' : ''
  throw new TypeError(
    `${name}: expected { re, im } or { interleaved }, got ${describe(input)}${hint}`,
  )
}

function split(name: string, input: unknown, n?: number): Complex {
  const numbers = realInput(name, input, n && 2 * n)
  const length = numbers.length / 2
  if (length % 1) {
    throw new RangeError(`${name}: expected an even count of numbers, got ${numbers.length}`)
  }
  const re = new Float64Array(length)
  const im = new Float64Array(length)
  for (let i = 0; i < length; i++) {
    re[i] = numbers[2 * i]
    im[i] = numbers[2 * i + 1]
  }
  return { re, im }
}

function checkDoubles(name: string, value: unknown, n: number): asserts value is Float64Array {
  if (!isDoubles(value)) {
    throw new TypeError(`${name}: expected a Float64Array, got ${describe(value)}`)
  }
  checkCount(name, value.length, n)
}

function checkCount(name: string, length: number, n = length): void {
  if (length !== n) throw new RangeError(`${name}: expected ${n} numbers, got ${length}`)
}

function checkPlanes(output: Complex, re: Float64Array, im: Float64Array): void {
  if (overlap(output.re, output.im)) refuse('output.re', 'output.im')
  checkApart('output.re', output.re, re, im)
  checkApart('output.im', output.im, im, re)
}

/** An output plane may be just the input plane it takes the place of. */
function checkApart(
  name: string,
  output: Float64Array,
  own: Float64Array,
  other: Float64Array,
): void {
  const partly = overlap(output, own) && !coincide(output, own)
  if (partly || overlap(output, other)) refuse(name, 'the input')
}

function refuse(name: string, other: string): never {
  throw new RangeError(`${name}: expected memory of its own, got some shared with ${other}`)
}

function overlap(a: Float64Array, b: Float64Array): boolean {
  if (a.buffer !== b.buffer) return false
  return a.byteOffset < b.byteOffset + b.byteLength && b.byteOffset < a.byteOffset + a.byteLength
}

function coincide(a: Float64Array, b: Float64Array): boolean {
  return a.byteOffset === b.byteOffset && a.length === b.length
}

/** Of any realm: an array from another frame is one too. */
function isDoubles(value: unknown): value is Float64Array {
  return value instanceof Float64Array || classOf(value) === 'Float64Array'
}

function isNumbers(value: unknown): value is Numbers {
  if (value instanceof Float64Array || Array.isArray(value)) return true
  return ArrayBuffer.isView(value) && numberArrays.includes(classOf(value))
}

const numberArrays = [
  'Float64Array',
  'Float32Array',
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
]
