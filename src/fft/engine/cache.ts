/** Doubles that what is kept may take: 64 MB. */
const mostDoubles = 2 ** 23

/** What is kept from call to call, and the memory it holds. */
export interface Kept {
  readonly doubles: number
}

/**
 * A function that remembers what it made for which key. The oldest is forgotten when all together
 * hold more than 64 MB, except that the newest always stays.
 *
 * Calls are marked as pure: a bundle that shares a file with transforms and makes none drops them.
 */
export function remember<T extends Kept>(create: (key: number) => T): (key: number) => T {
  const kept = new Map<number, T>()
  let doubles = 0
  let lastKey = Number.NaN
  let last: T
  return (key) => {
    if (key === lastKey) return last
    let value = kept.get(key)
    if (!value) {
      value = create(key)
      kept.set(key, value)
      doubles += value.doubles + overhead
      for (const [oldKey, old] of kept) {
        if (doubles <= mostDoubles || old === value) break
        kept.delete(oldKey)
        doubles -= old.doubles + overhead
      }
    }
    lastKey = key
    last = value
    return value
  }
}

/** So that the small ones are bounded in number too. */
const overhead = 1024
