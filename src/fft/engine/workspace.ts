/**
 * The memory all passes work in.
 *
 * V8 compiles an access to a typed array as if its address and length were constants, which makes
 * the passes 1.3 to 1.5 times as fast, on three conditions. The array is reached through a variable
 * that is never assigned again, of a function that was called only once: so there is one workspace,
 * and one closure of each kernel on top of it. And the variable is read before the loops: inside
 * one, the compiler meets the access before it knows what it accesses. Hence the line
 * `const { re, im, ... } = workspace` at the top of every kernel.
 */
export interface Workspace {
  /** Two regions of complex numbers, which a pass reads from and writes to in turns. */
  readonly re: Float64Array
  readonly im: Float64Array
  /** The twiddle factors of many lengths, one table after another. */
  readonly wRe: Float64Array
  readonly wIm: Float64Array
}

/** Complex numbers in a region: the longest transform in one piece. In longer ones, four steps win. */
export const regionSize = 2 ** 18

/** Where the second region starts. */
export const secondRegion = regionSize + 72

/** Complex numbers in all tables of twiddle factors. */
export const tableSize = 2 ** 19

/**
 * 8 MB for the regions and 8 MB for tables: reserved at once, but an operating system provides only
 * what is touched.
 *
 * The odd 72 and 40 doubles keep corresponding elements from lying a multiple of 4096 bytes apart,
 * where they would compete for the same lines of the cache.
 */
export function createWorkspace(): Workspace {
  const length = secondRegion + regionSize
  const bytes = 8 * (length + 40)
  const planes = new ArrayBuffer(bytes + 8 * length)
  const tables = new ArrayBuffer(8 * (2 * tableSize + 40))
  return {
    re: new Float64Array(planes, 0, length),
    im: new Float64Array(planes, bytes, length),
    wRe: new Float64Array(tables, 0, tableSize),
    wIm: new Float64Array(tables, 8 * (tableSize + 40), tableSize),
  }
}
