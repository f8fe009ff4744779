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
  // Rows are grown downward only, twice as far, into a margin; so what they grew to lies a radius lower.
  const margin = radius * stride
  const words = new Int32Array(source.length + margin)
  words.set(source)
  for (let row = 0; row < source.length; row += stride) {
    const end = row + stride - 1
    for (const shift of doublings(radius)) {
      let before = 0
      let word = words[row]
      for (let i = row; i < end; i++) {
        const after = words[i + 1]
        words[i] =
          word | (word << shift) | (before >>> -shift) | (word >>> shift) | (after << -shift)
        before = word
        word = after
      }
      words[end] = word | (word << shift) | (before >>> -shift) | (word >>> shift)
    }
    words[end] &= lastWordMask(width)
  }
  for (const shift of doublings(2 * radius)) {
    const step = shift * stride
    for (let i = words.length - 1; i >= step; i--) words[i] |= words[i - step]
  }
  return { width, height, stride, words: words.subarray(margin) }
}

/** The bits of a row's last word that lie in the image. */
export function lastWordMask(width: number): number {
  return -1 >>> (-width & 31)
}

/** Shifts that make `radius` together: a bit spread by n after some of them may be shifted by n + 1 next. */
function doublings(radius: number): number[] {
  const shifts: number[] = []
  for (let done = 0; done < radius; done += shifts[shifts.length - 1]) {
    shifts.push(Math.min(done + 1, radius - done, 31))
  }
  return shifts
}
