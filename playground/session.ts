import type { InpaintAsyncOptions } from '../src/worker'
import { createFilling } from './filling'
import { createHistory } from './history'
import type { createLayers } from './layers'
import { boxOf, emptyMask, type Point, paintLine, union } from './mask'
import type { Box, Picture } from './picture'
import { say, warn } from './status'

interface Settings {
  settings(): InpaintAsyncOptions
  title(): string
}

/** What is done to one picture: strokes, their undoing, and a fill after each. */
export function createSession(
  picture: Picture,
  layers: ReturnType<typeof createLayers>,
  panel: Settings,
  changed: () => void,
) {
  const mask = emptyMask(picture.width, picture.height)
  const history = createHistory(mask)
  const filling = createFilling()
  let shown: Box | undefined // where the result differs from the picture
  let stroking = false
  let busy = false
  let stale = false

  layers.open(picture)
  changed()

  async function refill(): Promise<void> {
    const box = boxOf(mask)
    stale = false
    if (!box) {
      filling.cancel()
      busy = false
      show(picture, undefined)
      say('Paint over what is to go.')
      return
    }
    busy = true
    if (!stroking) say(`${panel.title()} …`)
    try {
      const filled = await filling.fill(picture, mask, panel.settings())
      if (!filled) return // another one has begun
      busy = false
      show(filled.picture, box)
      say(`${panel.title()}: ${Math.max(1, Math.round(filled.milliseconds))} ms`)
    } catch (error) {
      busy = false
      warn(error)
    }
    if (stale) await refill()
  }

  function show(result: Picture, box: Box | undefined): void {
    const all = union(shown, box)
    if (all) layers.showResult(result, all)
    shown = box
  }

  /** Everything at once, as one change that can be undone. */
  function change(edit: () => void): void {
    history.begin()
    edit()
    history.end()
    repaint()
  }

  function repaint(): void {
    layers.showMask(mask, { x: 0, y: 0, width: mask.width, height: mask.height })
    changed()
    refill()
  }

  return {
    begin() {
      filling.cancel()
      busy = false
      stroking = true
      history.begin()
    },
    paint(from: Point, to: Point, radius: number, value: 0 | 1) {
      layers.showMask(mask, paintLine(mask, from, to, radius, value))
      // A fill that is under way is let finish while the stroke goes on: were each movement to
      // start anew, nothing would be seen before the end.
      stale = true
      if (!busy) refill()
    },
    end() {
      stroking = false
      history.end()
      changed()
      return refill()
    },
    drop() {
      stroking = false
      history.drop()
      repaint()
    },
    add: (bytes: Uint8Array) =>
      change(() => {
        for (let i = 0; i < bytes.length; i++) mask.bytes[i] |= bytes[i]
      }),
    clear: () => change(() => mask.bytes.fill(0)),
    undo() {
      history.undo()
      repaint()
    },
    redo() {
      history.redo()
      repaint()
    },
    refill,
    able: () => ({
      undo: history.canUndo(),
      redo: history.canRedo(),
      clear: mask.bytes.includes(1),
    }),
    close: () => filling.cancel(),
  }
}

export type Session = ReturnType<typeof createSession>
