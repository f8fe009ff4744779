import { inWords } from '../controls/side-by-side'
import { busyUntil, say, sayBusy, warn } from '../controls/status'
import type { Layers } from '../stage/layers'
import type { Overlay } from '../stage/overlay'
import type { Desk } from '../worker/desk'
import type { FillSettings } from '../worker/fill'
import type { Box } from '../worker/picture'
import { createHistory, type Lines } from './history'
import { cutMarks, emptyMarks, isMissing, type Marks, type Point, union } from './marks'

/** What a session needs of the page. */
export interface Surroundings {
  readonly desk: Desk
  readonly layers: Layers
  readonly overlay: Overlay
  settings(): FillSettings
  title(): string
  showLines(lines: Lines): void
  /** Whether a fill takes so long that it is begun only when a stroke has ended. */
  isPatient(): boolean
  /** Undo, redo or clear became possible or impossible. */
  changed(): void
}

/** What is done to one picture: marks, their undoing, and a fill after each. */
export function createSession(width: number, height: number, page: Surroundings) {
  const { desk, layers, overlay, settings, title, changed } = page
  const marks = emptyMarks(width, height)
  const all: Box = { x: 0, y: 0, width, height }
  const drawn: { lines: Lines } = { lines: [] }
  const history = createHistory(marks, drawn)
  /** What the worker has not been told yet. */
  let unsent: Box | undefined
  /** What the stroke under way has touched. */
  let stroke: Box | undefined
  /** Where the last change was. */
  let latest: Box | undefined
  let controller: AbortController | undefined
  let isStale = false
  let isClear = true

  function touch(box: Box): void {
    unsent = union(unsent, box)
    isClear = false
    overlay.draw(box)
  }

  /** Fills; or, if a fill is under way, again after it: were each movement to start anew, nothing would be seen before the end of a stroke. */
  async function refill(): Promise<void> {
    isStale = true
    if (controller) return
    while (isStale) {
      isStale = false
      controller = new AbortController()
      await busyUntil(fillOnce(controller.signal)).catch((error) => {
        if (!controller?.signal.aborted) warn(error)
      })
    }
    controller = undefined
  }

  async function fillOnce(signal: AbortSignal): Promise<void> {
    if (unsent) {
      desk.ask('mark', { box: unsent, part: cutMarks(marks, unsent) })
      unsent = undefined
    }
    const name = title()
    const start = performance.now()
    const { milliseconds, hadNothingToDo, isEmpty } = await desk.ask('fill', settings(), {
      signal,
      part(part) {
        if ('box' in part) layers.show(part.box, part.rgba)
        else if (performance.now() - start > 300) {
          sayBusy(`${name}: ${Math.floor(part.progress * 100)} %`)
        }
      },
    })
    isClear = isEmpty && drawn.lines.length === 0
    changed()
    if (hadNothingToDo && !isEmpty) return
    say(isEmpty ? 'Paint over what is to go.' : `${name}: ${inWords(milliseconds)}`)
  }

  function stop(): void {
    controller?.abort()
  }

  /** A change to the marks in a box that is done at once, and undone at once. */
  function change(box: Box, edit: (marks: Marks) => void): boolean {
    stop()
    edit(marks)
    const isNew = history.commit(box)
    finish(box)
    return isNew
  }

  function finish(box: Box | undefined): void {
    if (!box) return
    latest = box
    touch(box)
    page.showLines(drawn.lines)
    changed()
    refill()
  }

  return {
    marks,
    begin() {
      stop()
      stroke = { ...all, width: 0, height: 0 }
    },
    paint(edit: (marks: Marks) => Box) {
      const box = edit(marks)
      stroke = union(stroke, box)
      touch(box)
      if (!page.isPatient()) refill()
    },
    end(): Promise<void> {
      if (stroke) {
        history.commit(stroke)
        latest = stroke
      }
      stroke = undefined
      changed()
      return refill()
    },
    /** It was no stroke. */
    drop() {
      if (!stroke) return
      history.drop(stroke)
      page.showLines(drawn.lines)
      touch(stroke)
      stroke = undefined
      refill()
    },
    /** Adds a whole mask, a byte per pixel; says whether there was anything new in it. */
    add: (bytes: Uint8Array, mark: number): boolean =>
      change(all, (marks) => {
        for (let i = 0; i < bytes.length; i++) if (bytes[i]) marks.bytes[i] |= mark
      }),
    /** Takes the last change back, to make it otherwise. */
    takeBack(): void {
      const box = history.undo()
      if (box) touch(box)
    },
    /** Adds a line that is to go on through the hole. */
    draw(line: readonly Point[]): void {
      drawn.lines = [...drawn.lines, line]
      page.showLines(drawn.lines)
    },
    /** Takes away the lines that come as near to a point. */
    eraseLines(at: Point, distance: number): void {
      const left = drawn.lines.filter((line) =>
        line.every(({ x, y }) => Math.hypot(x - at.x, y - at.y) > distance),
      )
      if (left.length === drawn.lines.length) return
      drawn.lines = left
      page.showLines(left)
    },
    lines: () => drawn.lines,
    clear: () =>
      change(all, (marks) => {
        marks.bytes.fill(0)
        drawn.lines = []
      }),
    undo: () => {
      stop()
      finish(history.undo())
    },
    redo: () => {
      stop()
      finish(history.redo())
    },
    refill() {
      stop()
      return refill()
    },
    able: () => ({
      undo: history.canUndo(),
      redo: history.canRedo(),
      clear: !isClear,
    }),
    /** The box around what was painted last, or else around all that is painted. */
    latestHole: (): Box | undefined => holeIn(marks, latest) ?? holeIn(marks, all),
    close: stop,
  }
}

export type Session = ReturnType<typeof createSession>

/** The smallest box around the missing pixels in a box; `undefined` if there are none. */
function holeIn({ bytes, width }: Marks, box: Box | undefined): Box | undefined {
  if (!box) return undefined
  let hole: Box | undefined
  for (let y = box.y; y < box.y + box.height; y++) {
    let first = -1
    let last = -1
    for (let x = box.x; x < box.x + box.width; x++) {
      if (!isMissing(bytes[y * width + x])) continue
      if (first < 0) first = x
      last = x
    }
    if (first >= 0) hole = union(hole, { x: first, y, width: last - first + 1, height: 1 })
  }
  return hole
}
