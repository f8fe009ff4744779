/**
 * One bit per pixel, rows padded to whole 32-bit words; pixel (x, y) is bit `x & 31` of word
 * `y * stride + (x >> 5)`. A 64-megapixel mask takes 8 MB, and empty stretches cost a word each.
 * Bits past the right edge are always 0.
 */
export interface Bitmap {
  readonly width: number
  readonly height: number
  /** Words per row. */
  readonly stride: number
  readonly words: Int32Array
}

/** An empty bitmap. */
export function createBitmap(width: number, height: number): Bitmap {
  const stride = (width + 31) >> 5
  return { width, height, stride, words: new Int32Array(stride * height) }
}

/** 1 where pixel (x, y) of the bitmap is set, else 0. */
export function bitAt({ stride, words }: Bitmap, x: number, y: number): number {
  return (words[y * stride + (x >> 5)] >>> (x & 31)) & 1
}

/** Sets pixel (x, y) of the bitmap. */
export function setBit({ stride, words }: Bitmap, x: number, y: number): void {
  words[y * stride + (x >> 5)] |= 1 << (x & 31)
}

/** How many bits are set. */
export function countBits({ words }: Bitmap): number {
  let count = 0
  for (let i = 0; i < words.length; i++) {
    for (let word = words[i]; word !== 0; word &= word - 1) count++
  }
  return count
}

/**
 * Runs of set bits, row by row: `[y, start, end)` triples, `start` and `end` in pixels.
 */
export function bitRuns({ height, stride, words, width }: Bitmap): number[] {
  const runs: number[] = []
  for (let y = 0, i = 0; y < height; y++) {
    let open = 0
    for (let x = 0, end = i + stride; i < end; i++, x += 32) {
      const word = words[i]
      if (word === -open) continue
      // A bit of `edges` is set wherever a pixel differs from the one to its left.
      for (let edges = word ^ ((word << 1) | open); edges !== 0; edges &= edges - 1) {
        const at = x + 31 - Math.clz32(edges & -edges)
        if (open) runs.push(at)
        else runs.push(y, at)
        open ^= 1
      }
    }
    if (open) runs.push(width)
  }
  return runs
}

/** The bitmap grown by `radius` pixels to every side, corners included, and clipped at its edges. */
export function dilate({ width, height, stride, words: source }: Bitmap, radius: number): Bitmap {
  const words = source.slice()
  const past = lastWordMask(width)
  const shifts = doublings(radius, 31)
  for (let row = 0; row < words.length; row += stride) {
    const end = row + stride - 1
    let any = 0
    for (let i = row; i <= end; i++) any |= words[i]
    if (any === 0) continue
    for (const shift of shifts) {
      for (let i = end; i > row; i--) words[i] |= (words[i] << shift) | (words[i - 1] >>> -shift)
      words[row] |= words[row] << shift
    }
    for (const shift of shifts) {
      for (let i = row; i < end; i++) words[i] |= (words[i] >>> shift) | (words[i + 1] << -shift)
      words[end] |= words[end] >>> shift
    }
    words[end] &= past
  }
  for (const shift of doublings(radius, height)) {
    const step = shift * stride
    for (let i = words.length - 1; i >= step; i--) words[i] |= words[i - step]
  }
  for (const shift of doublings(radius, height)) {
    const step = shift * stride
    for (let i = 0; i < words.length - step; i++) words[i] |= words[i + step]
  }
  return { width, height, stride, words }
}

/** The bits of a row's last word that lie in the image. */
export function lastWordMask(width: number): number {
  return -1 >>> (-width & 31)
}

/** Shifts that make `radius` together: a bit spread by n after some of them may be shifted by n + 1 next. */
function doublings(radius: number, most: number): number[] {
  const shifts: number[] = []
  for (let done = 0; done < radius; done += shifts[shifts.length - 1]) {
    shifts.push(Math.min(done + 1, radius - done, most))
  }
  return shifts
}
