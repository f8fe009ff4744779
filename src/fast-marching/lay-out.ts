import { linkRows } from '../link-rows'
import type { AnyPatch } from '../patch'
import { slots } from './bucket-queue'
import { BOTTOM, KNOWN, LEFT, RIGHT, RIM, TOP, UNKNOWN } from './pixel-state'

/** The arrays that say how the pixels of a patch lie; indexed by pixel. */
export interface PixelLayout {
  /** Bits of `pixel-state.ts`. */
  readonly state: Int8Array
  /** The pixel above and the one below; 0 where there is none. */
  readonly up: Int32Array
  readonly down: Int32Array
}

/** What a march works on, beside the pixels. */
export interface Layout extends PixelLayout {
  /** Distance from the band; `FAR` where there is none yet. */
  readonly T: Float32Array
  /** The pixels a march reached, in the order they got their distance. */
  readonly order: Int32Array
  /** Room for the pixels it starts from; later for those that are known. */
  readonly band: Int32Array
  /** Room for the queue's lists. */
  readonly next: Int32Array
}

/** Room for so many pixels. */
export function createLayout(pixels: number): Layout {
  return {
    state: new Int8Array(pixels),
    up: new Int32Array(pixels),
    down: new Int32Array(pixels),
    T: new Float32Array(pixels),
    order: new Int32Array(pixels),
    band: new Int32Array(pixels),
    next: new Int32Array(pixels + slots),
  }
}

/** Says which numbers of a patch are known and missing pixels, and how its rows lie to each other. */
export function layOutPixels(patch: AnyPatch, layout: PixelLayout): void {
  const { missing } = patch
  const { state } = layout
  state.fill(0, 0, patch.size)
  linkRows(patch, layout)
  markRuns(patch, state)
  for (let n = 0; n < missing.length; n++) state[missing[n]] ^= KNOWN | UNKNOWN
}

function markRuns({ runs, imageWidth, imageHeight }: AnyPatch, state: Int8Array): void {
  const right = imageWidth - 1
  const bottom = imageHeight - 1
  for (let r = 0; r < runs.length; r += 4) {
    const y = runs[r]
    const start = runs[r + 1]
    const end = runs[r + 2]
    const shift = runs[r + 3]
    let bits = KNOWN
    if (y <= 1 || y >= bottom - 1) bits |= RIM
    if (y === 0) bits |= TOP
    if (y === bottom) bits |= BOTTOM
    state.fill(bits, start + shift, end + shift)
    for (const x of [0, 1, right - 1, right]) {
      if (x < start || x >= end) continue
      state[x + shift] |= RIM | (x === 0 ? LEFT : 0) | (x === right ? RIGHT : 0)
    }
  }
}
