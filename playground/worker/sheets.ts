import type { Picture } from './picture'
import { createTiles } from './tiles'

/** Where a picture lies: there is one to repair, and one to sharpen. */
export type Mode = 'repair' | 'sharpen'

/** A picture that was opened, what was made of it, and what is painted on it. */
export interface Sheet {
  readonly original: Picture
  /** Of the same size. */
  result: Picture
  /** A byte per pixel: what `repair/marks.ts` says. */
  readonly marks: Uint8Array
  readonly tiles: ReturnType<typeof createTiles>
}

const sheets = new Map<Mode, Sheet>()

export function putOn(mode: Mode, original: Picture): Sheet {
  const { data, width, height } = original
  const sheet = {
    original,
    result: { ...original, data: data.slice() },
    marks: new Uint8Array(width * height),
    tiles: createTiles(width, height),
  }
  sheets.set(mode, sheet)
  return sheet
}

export function sheetOf(mode: Mode): Sheet {
  const sheet = sheets.get(mode)
  if (!sheet) throw new Error('There is no picture yet.')
  return sheet
}
