/** `TypeError` unless `value` is a number, `RangeError` unless it lies between `least` and `most`. */
export function checkNumber(
  name: string,
  value: unknown,
  least: number,
  most: number,
): asserts value is number {
  const expected = `${name}: expected a number from ${least} to ${most}`
  if (typeof value !== 'number') throw new TypeError(`${expected}, got ${describe(value)}`)
  // Written so that NaN fails.
  if (!(value >= least && value <= most)) throw new RangeError(`${expected}, got ${value}`)
}

/** `TypeError` unless `value` is a number, `RangeError` unless it is a whole one, `least` or more. */
export function checkInteger(name: string, value: unknown, least: number): asserts value is number {
  const expected = `${name}: expected a whole number from ${least}`
  if (typeof value !== 'number') throw new TypeError(`${expected}, got ${describe(value)}`)
  if (!(Number.isInteger(value) && value >= least))
    throw new RangeError(`${expected}, got ${value}`)
}

/** `TypeError` unless `value` is a string, `RangeError` unless it is one of `known`. */
export function checkOneOf<Known extends string>(
  name: string,
  value: unknown,
  known: readonly Known[],
): asserts value is Known {
  if (known.includes(value as Known)) return
  const Kind = typeof value === 'string' ? RangeError : TypeError
  throw new Kind(
    `${name}: expected ${known.map((word) => `'${word}'`).join(' or ')}, got ${describe(value)}`,
  )
}

/** What came, in the words an error message needs: `'telea'`, `-1`, `an Array`, `a Uint32Array`. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (typeof value === 'string') return `'${value}'`
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object') return String(value)
  const kind = classOf(value)
  return `${/^[AEIO]/.test(kind) ? 'an' : 'a'} ${kind}`
}

/** The name of a value's class, the same for objects of another frame, worker or test realm. */
export function classOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}
