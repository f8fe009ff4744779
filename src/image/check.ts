/**
 * `TypeError` unless `value` is a number; `RangeError` unless it is finite, from `least` to `most`,
 * and a whole one where that is asked for.
 */
export function checkNumber(
  name: string,
  value: unknown,
  least: number,
  most = Infinity,
  kind: 'number' | 'whole number' = 'number',
): asserts value is number {
  // Written so that NaN fails.
  const inRange = (value as number) >= least && (value as number) <= most
  const fits = kind === 'number' ? Number.isFinite(value) : Number.isInteger(value)
  if (inRange && fits) return
  const expected = `a ${kind} from ${least}${most < Infinity ? ` to ${most}` : ''}`
  if (typeof value === 'number') throw wrongValue(name, expected, value)
  throw wrongKind(name, expected, value)
}

/** `TypeError` unless `value` is a string, `RangeError` unless it is one of `known`. */
export function checkOneOf<Known extends string>(
  name: string,
  value: unknown,
  known: readonly Known[],
): asserts value is Known {
  if (known.includes(value as Known)) return
  const words = known.map(describe)
  const last = words.pop()
  const expected = `${words.join(', ')} or ${last}`
  if (typeof value === 'string') throw wrongValue(name, expected, describe(value))
  throw wrongKind(name, expected, value)
}

/** What to throw where something is no such thing as is expected, for an error that says so. */
export function wrongKind(name: string, expected: string, value: unknown): TypeError {
  return new TypeError(`${name}: expected ${expected}, got ${describe(value)}`)
}

/** The same where it is, but its value will not do. */
export function wrongValue(name: string, expected: string, got: number | string): RangeError {
  return new RangeError(`${name}: expected ${expected}, got ${got}`)
}

/** What came, in the words an error message needs: `'telea'`, `-1`, `an Array`, `a Uint32Array`. */
export function describe(value: unknown): string {
  const type = typeof value
  if (type === 'string') return `'${value}'`
  if (type === 'function') return 'a function'
  if (type !== 'object' || value === null) return String(value)
  const kind = classOf(value)
  return `${/^[AEIO]/.test(kind) ? 'an' : 'a'} ${kind}`
}

/** The name of a value's class, the same for objects of another frame, worker or test realm. */
export function classOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}
