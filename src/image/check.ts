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
  const Kind = typeof value === 'number' ? RangeError : TypeError
  const limit = most < Infinity ? ` to ${most}` : ''
  throw new Kind(`${name}: expected a ${kind} from ${least}${limit}, got ${describe(value)}`)
}

/** `TypeError` unless `value` is a string, `RangeError` unless it is one of `known`. */
export function checkOneOf<Known extends string>(
  name: string,
  value: unknown,
  known: readonly Known[],
): asserts value is Known {
  if (known.includes(value as Known)) return
  const Kind = typeof value === 'string' ? RangeError : TypeError
  const words = known.map((word) => `'${word}'`)
  const last = words.pop()
  throw new Kind(`${name}: expected ${words.join(', ')} or ${last}, got ${describe(value)}`)
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
