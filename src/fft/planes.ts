import { checkNumber, classOf, describe } from '../image/check'

/** A complex array: real parts in one plane, imaginary parts in another of the same length. */
export interface Complex {
  readonly re: Float64Array
  readonly im: Float64Array
}

/** Real numbers of any kind; what is not a `Float64Array` is converted on the way in. */
export type Numbers =
  | Float64Array
  | Float32Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | readonly number[]

/** Complex numbers: two planes, or `re, im, re, im, ...` in one array. */
export type ComplexNumbers =
  | { readonly re: Numbers; readonly im: Numbers }
  | { readonly interleaved: Numbers }

/** The longest transform, and the longest side of one in two dimensions. */
export const maxLength = 2 ** 24

/** The most samples a transform in two dimensions may have. */
export const maxArea = 2 ** 27

export function checkSize(name: string, n: unknown): asserts n is number {
  checkNumber(name, n, 1, maxLength, 'whole number')
}

/** A complex input of `n` numbers as two planes of doubles: the caller's own, or converted copies. */
export function planesOf(name: string, input: unknown, n?: number): Complex {
  if (isObject(input) && 'interleaved' in input) {
    return split(`${name}.interleaved`, input.interleaved, n)
  }
  if (!isObject(input) || !('re' in input && 'im' in input)) {
    const hint = isNumbers(input) ? ' (real samples are for rfft)' : ''
    throw new TypeError(
      `${name}: expected { re, im } or { interleaved }, got ${describe(input)}${hint}`,
    )
  }
  const re = planeOf(`${name}.re`, input.re, n)
  const im = planeOf(`${name}.im`, input.im, re.length)
  return { re, im }
}

/** A real input of `n` numbers as doubles. */
export function planeOf(name: string, input: unknown, n?: number): Float64Array {
  if (!isNumbers(input)) {
    throw new TypeError(`${name}: expected a typed array or an array, got ${describe(input)}`)
  }
  checkCount(name, input.length, n)
  return input instanceof Float64Array ? input : Float64Array.from(input)
}

/** The caller's output, or a new one, of `n` numbers, that may be the input's memory but not part of it. */
export function outputPlanes(output: unknown, n: number, input: readonly unknown[]): Complex {
  if (output === undefined) return { re: new Float64Array(n), im: new Float64Array(n) }
  if (!isObject(output) || !('re' in output && 'im' in output)) {
    throw new TypeError(`output: expected { re, im }, got ${describe(output)}`)
  }
  const re = outputPlane('output.re', output.re, n, [input[1], output.im], input[0])
  const im = outputPlane('output.im', output.im, n, [input[0]], input[1])
  return re === output.re && im === output.im ? (output as unknown as Complex) : { re, im }
}

/** The caller's output, or a new one: `n` doubles apart from `others`, and apart from `same` or just that. */
export function outputPlane(
  name: string,
  output: unknown,
  n: number,
  others: readonly unknown[],
  same?: unknown,
): Float64Array {
  if (output === undefined) return new Float64Array(n)
  if (!(output instanceof Float64Array) && classOf(output) !== 'Float64Array') {
    throw new TypeError(`${name}: expected a Float64Array, got ${describe(output)}`)
  }
  const plane = output as Float64Array
  checkCount(name, plane.length, n)
  for (const other of others) if (overlap(plane, other)) refuse(name)
  if (overlap(plane, same) && !coincide(plane, same as Float64Array)) refuse(name)
  return plane
}

function refuse(name: string): never {
  throw new RangeError(
    `${name}: expected memory of its own or exactly the input's, got an overlapping view`,
  )
}

function overlap(a: Float64Array, b: unknown): boolean {
  if (!ArrayBuffer.isView(b) || a.buffer !== b.buffer) return false
  return a.byteOffset < b.byteOffset + b.byteLength && b.byteOffset < a.byteOffset + a.byteLength
}

function coincide(a: Float64Array, b: Float64Array): boolean {
  return a.byteOffset === b.byteOffset && a.length === b.length && classOf(b) === 'Float64Array'
}

function split(name: string, input: unknown, n?: number): Complex {
  const numbers = planeOf(name, input, n === undefined ? undefined : 2 * n)
  if (numbers.length % 2) {
    throw new RangeError(`${name}: expected an even count of numbers, got ${numbers.length}`)
  }
  const length = numbers.length / 2
  const re = new Float64Array(length)
  const im = new Float64Array(length)
  for (let i = 0; i < length; i++) {
    re[i] = numbers[2 * i]
    im[i] = numbers[2 * i + 1]
  }
  return { re, im }
}

function checkCount(name: string, length: number, n?: number): void {
  if (n === undefined || length === n) return
  throw new RangeError(`${name}: expected ${n} numbers, got ${length}`)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isNumbers(value: unknown): value is Numbers {
  return (
    Array.isArray(value) || (ArrayBuffer.isView(value) && /^(?!Big).*Array$/.test(classOf(value)))
  )
}
