import type { Guide } from '../../src'
import { isForbidden, wishOf } from '../repair/marks'
import type { Sheet } from './sheets'

/** What is wished for in a hole, as far as the method can be told; the rest is in the marks. */
export interface Wishes {
  readonly lines?: readonly (readonly (readonly [x: number, y: number])[])[]
  /** The colours of the marks' wishes, as [red, green, blue]. */
  readonly colors?: readonly (readonly number[])[]
  readonly forbid?: boolean
}

/** Wishes as the library takes them; `undefined` if there are none. */
export function guideFrom({ marks, original }: Sheet, wishes: Wishes): Guide | undefined {
  const { lines, colors, forbid } = wishes
  const { width, height, channels } = original
  const guide = {
    ...(lines?.length && { lines }),
    ...(forbid && marks.some(isForbidden) && { forbid: marks.map((mark) => +isForbidden(mark)) }),
    ...(colors?.length && {
      colors: {
        data: wishedColors(marks, colors, channels),
        width,
        height,
        channels: channels + 1,
      },
    }),
  }
  return Object.keys(guide).length > 0 ? guide : undefined
}

/** The colour wished for at each pixel, and how much: not at all, or nearly as if it were known. */
function wishedColors(
  marks: Uint8Array,
  colors: NonNullable<Wishes['colors']>,
  channels: number,
): Uint8ClampedArray {
  const data = new Uint8ClampedArray(marks.length * (channels + 1))
  for (let i = 0, to = 0; i < marks.length; i++, to += channels + 1) {
    const wish = wishOf(marks[i])
    if (wish === 0) continue
    data.set(colors[wish - 1], to)
    if (channels === 4) data[to + 3] = 255
    data[to + channels] = 200
  }
  return data
}
