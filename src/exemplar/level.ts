import type { EightBit } from './eight-bit'
import { type Grid, gridOf } from './grid'
import type { Hints } from './hints'
import { PATCH_RADIUS } from './patch-size'

/** The picture at one scale, as 8-bit luma and chroma: what is matched. */
export interface Level extends EightBit {
  readonly width: number
  readonly height: number
  /** How many times smaller than the picture: 1, 2, 4 ... */
  readonly scale: number
  readonly isMissing: Int8Array
  /** 0 where a pixel must not be copied. */
  readonly isAllowed: Int8Array
  /** 1 in the middle of every patch that may be copied. */
  readonly isSource: Int8Array
  /** All of these. */
  readonly sources: Int32Array
  readonly missing: Int32Array
  /** How much luma changes from pixel to pixel around each, to the side and downwards. */
  readonly textureX: Float32Array
  readonly textureY: Float32Array
  /** The patches to be filled, and from where. */
  readonly grid: Grid
  readonly hints?: Hints
}

/** What a level is made of. */
export type Planes = Pick<
  Level,
  | 'width'
  | 'height'
  | 'scale'
  | 'isMissing'
  | 'isAllowed'
  | 'luma'
  | 'chroma'
  | 'textureX'
  | 'textureY'
  | 'hints'
>

/**
 * Finds what may be copied and what is to be filled.
 *
 * @param step How far apart the patches to be filled are, 1 or 2.
 */
export function levelOf(planes: Planes, step: number): Level {
  const { width, height, isMissing, isAllowed } = planes
  const blocked = new Int8Array(width * height)
  for (let i = 0; i < blocked.length; i++) blocked[i] = isMissing[i] | (isAllowed[i] ^ 1)
  const isSource = clearPatches(blocked, width, height)
  return {
    ...planes,
    isSource,
    sources: listOnes(isSource),
    missing: listOnes(isMissing),
    grid: gridOf(isMissing, width, height, step),
  }
}

/** 1 in the middle of every patch that lies in the picture and holds no 1. */
function clearPatches(blocked: Int8Array, width: number, height: number): Int8Array {
  const side = 2 * PATCH_RADIUS + 1
  const isClear = new Int8Array(blocked.length)
  // Rows in a row, ending here, that are clear from `x - 3` to `x + 3`.
  const clearRows = new Int16Array(width)
  for (let y = 0; y < height; y++) {
    let run = 0
    for (let x = 0, i = y * width; x < width; x++, i++) {
      run = blocked[i] === 1 ? 0 : run + 1
      if (x < side - 1) continue
      const middle = x - PATCH_RADIUS
      clearRows[middle] = run >= side ? Math.min(clearRows[middle] + 1, side) : 0
      if (clearRows[middle] === side) isClear[(y - PATCH_RADIUS) * width + middle] = 1
    }
  }
  return isClear
}

function listOnes(flags: Int8Array): Int32Array {
  let count = 0
  for (let i = 0; i < flags.length; i++) count += flags[i]
  const list = new Int32Array(count)
  for (let i = 0, n = 0; i < flags.length; i++) if (flags[i] === 1) list[n++] = i
  return list
}
