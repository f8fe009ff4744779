import { inpaint } from '../../src'
import { methodNamed } from '../../src/methods'
import type { Image, InpaintAsyncOptions } from '../../src/worker'
import { inpaintOn } from '../../src/worker/inpaint-on'
import { isMissing } from '../repair/marks'
import { guideFrom, type Wishes } from './guide'
import { type Box, copyBox, crop, grown, type Picture, rgbaOf } from './picture'
import { type Sheet, sheetOf } from './sheets'
import { threads } from './threads'

/** What is chosen in the panel. */
export interface FillSettings extends Omit<InpaintAsyncOptions, 'signal' | 'onProgress' | 'guide'> {
  readonly wishes?: Wishes
}

export type FillPart =
  | { readonly box: Box; readonly rgba: Uint8ClampedArray }
  | { readonly progress: number }

interface Context {
  readonly signal: AbortSignal
  tell(part: FillPart): void
}

let lastSettings = ''
let lastPreview = 0

/** Fills what was painted since the last time, and tells the changed parts of the picture. */
export async function fill({ wishes, ...settings }: FillSettings, { signal, tell }: Context) {
  const start = performance.now()
  const sheet = sheetOf('repair')
  const asked = JSON.stringify([settings, wishes])
  if (asked !== lastSettings) sheet.tiles.changeAll()
  lastSettings = asked

  const touched = sheet.tiles.takeTouched(reachOf(settings), settings.dilate ?? 0)
  const boxes = sheet.tiles.boxesOf(touched)
  const mask = maskIn(sheet, boxes)
  try {
    if (isSlow.has(settings.method ?? 'telea')) preview(sheet.original, mask, boxes, tell)
    const onProgress = (progress: number, preview?: () => Image) => {
      tell({ progress })
      if (!preview || performance.now() - lastPreview < 200) return
      const estimate = preview() as Picture
      for (const box of boxes) tell({ box, rgba: rgbaOf(estimate, box) })
      lastPreview = performance.now()
    }
    const guide = wishes && guideFrom(sheet, wishes)
    const options = { ...settings, ...(guide && { guide }), signal, onProgress }
    const filled = mask.includes(1)
      ? await inpaintOn(threads, sheet.original, mask, options)
      : sheet.original
    for (const box of boxes) {
      copyBox(filled, sheet.result, box)
      tell({ box, rgba: rgbaOf(filled, box) })
    }
  } catch (error) {
    sheet.tiles.giveBack(touched)
    throw error
  }
  return {
    milliseconds: performance.now() - start,
    hadNothingToDo: touched.length === 0,
    isEmpty: sheet.tiles.isEmpty(),
  }
}

/** How far a fill looks, and so how far apart holes must be not to matter to each other. */
function reachOf({ method = 'telea', radius, ...options }: FillSettings): number {
  const known = methodNamed(method)
  return known.reach(radius ?? known.defaultRadius ?? 3, options)
}

/** The mask, as far as some boxes go, as the library takes it. */
function maskIn({ marks, original }: Sheet, boxes: readonly Box[]): Uint8Array {
  const { width } = original
  const mask = new Uint8Array(marks.length)
  for (const { x, y, width: across, height } of boxes) {
    for (let row = y; row < y + height; row++) {
      for (let i = row * width + x; i < row * width + x + across; i++) {
        if (isMissing(marks[i])) mask[i] = 1
      }
    }
  }
  return mask
}

const isSlow = new Set(['auto', 'navier-stokes', 'kriging', 'exemplar'])

/** Something to look at until a slow method is done. */
function preview(
  original: Picture,
  mask: Uint8Array,
  boxes: readonly Box[],
  tell: (part: FillPart) => void,
): void {
  const box = grown(around(boxes), margin, original)
  // Longer than a glance, it would only put off the real thing.
  if (box.width * box.height > 1e6) return
  const part = new Uint8Array(box.width * box.height)
  for (let y = 0; y < box.height; y++) {
    const from = (box.y + y) * original.width + box.x
    part.set(mask.subarray(from, from + box.width), y * box.width)
  }
  if (!part.includes(1) || !part.includes(0)) return
  const filled = inpaint(crop(original, box), part, { method: 'telea' })
  tell({ box, rgba: rgbaOf(filled, { ...box, x: 0, y: 0 }) })
}

const margin = 4

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}
