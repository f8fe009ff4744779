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

/** How many bits are set. */
export function countBits({ words }: Bitmap): number {
  let count = 0
  for (let i = 0; i < words.length; i++) {
    let v = words[i]
    if (v === 0) continue
    // Pairs, nibbles, bytes: the sums of neighbouring fields, halving their number each time.
    v -= (v >>> 1) & 0x55555555
    v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
    count += Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}

/** The flat index `y * width + x` of every set bit, ascending. */
export function bitIndices(bitmap: Bitmap, count = countBits(bitmap)): Int32Array {
  const { width, height, stride, words } = bitmap
  const indices = new Int32Array(count)
  for (let y = 0, i = 0, n = 0; y < height; y++) {
    for (let x = y * width, end = i + stride; i < end; i++, x += 32) {
      for (let word = words[i]; word !== 0; word &= word - 1) {
        indices[n++] = x + 31 - Math.clz32(word & -word)
      }
    }
  }
  return indices
}

/**
 * Runs of set bits, row by row: `[y, start, end)` triples, `start` and `end` in pixels.
 */
export function bitRuns({ height, stride, words, width }: Bitmap): Int32Array {
  let runs: Int32Array = new Int32Array(96)
  let n = 0
  for (let y = 0, i = 0; y < height; y++) {
    let open = false
    for (let x = 0, end = i + stride; i < end; i++, x += 32) {
      const word = words[i]
      if (word === (open ? -1 : 0)) continue
      // A bit of `edges` is set wherever a pixel differs from the one to its left.
      for (let edges = word ^ ((word << 1) | (open ? 1 : 0)); edges !== 0; edges &= edges - 1) {
        const at = x + 31 - Math.clz32(edges & -edges)
        if (open) {
          runs[n + 2] = at
          n += 3
        } else {
          if (n + 3 > runs.length) runs = grown(runs)
          runs[n] = y
          runs[n + 1] = at
        }
        open = !open
      }
    }
    if (open) {
      runs[n + 2] = width
      n += 3
    }
  }
  return runs.subarray(0, n)
}

/** Sets the bits `start` to `end - 1` of row `y`. */
export function setRun({ stride, words }: Bitmap, y: number, start: number, end: number): void {
  const first = y * stride + (start >> 5)
  const last = y * stride + ((end - 1) >> 5)
  const head = -1 << (start & 31)
  const tail = -1 >>> (31 - ((end - 1) & 31))
  if (first === last) {
    words[first] |= head & tail
    return
  }
  words[first] |= head
  words.fill(-1, first + 1, last)
  words[last] |= tail
}

/** The bitmap grown by `radius` pixels to every side, corners included, and clipped at its edges. */
export function dilate(bitmap: Bitmap, radius: number): Bitmap {
  const { width, height, stride } = bitmap
  const words = bitmap.words.slice()
  growAlongRows(words, stride, width, radius)
  growAcrossRows(words, stride, height, radius)
  return { width, height, stride, words }
}

/** A set bit spreads by `done` after each step, so the next step may shift by as much again. */
function growAlongRows(words: Int32Array, stride: number, width: number, radius: number): void {
  const past = width & 31 ? -1 >>> (32 - (width & 31)) : -1
  for (let row = 0; row < words.length; row += stride) {
    const end = row + stride
    let first = row
    while (first < end && words[first] === 0) first++
    if (first === end) continue
    for (let done = 0, shift = 0; done < radius; done += shift) {
      shift = Math.min(done + 1, radius - done, 31)
      const carry = 32 - shift
      for (let i = end - 1; i > row; i--) {
        words[i] |= (words[i] << shift) | (words[i - 1] >>> carry)
      }
      words[row] |= words[row] << shift
    }
    for (let done = 0, shift = 0; done < radius; done += shift) {
      shift = Math.min(done + 1, radius - done, 31)
      const carry = 32 - shift
      for (let i = row; i < end - 1; i++) {
        words[i] |= (words[i] >>> shift) | (words[i + 1] << carry)
      }
      words[end - 1] |= words[end - 1] >>> shift
    }
    words[end - 1] &= past
  }
}

function growAcrossRows(words: Int32Array, stride: number, height: number, radius: number): void {
  for (let done = 0, shift = 0; done < radius; done += shift) {
    shift = Math.min(done + 1, radius - done, height)
    const step = shift * stride
    for (let i = words.length - 1; i >= step; i--) words[i] |= words[i - step]
  }
  for (let done = 0, shift = 0; done < radius; done += shift) {
    shift = Math.min(done + 1, radius - done, height)
    const step = shift * stride
    for (let i = 0; i < words.length - step; i++) words[i] |= words[i + step]
  }
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
