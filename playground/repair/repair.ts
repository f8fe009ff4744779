import type { MethodName } from '../../src/methods'
import { createCode, literal } from '../controls/code'
import { byId } from '../controls/element'
import { listenForChoice } from '../controls/incoming'
import { createMethodPanel } from '../controls/method-panel'
import { saveFile } from '../controls/save'
import { showSideBySide } from '../controls/side-by-side'
import { warn } from '../controls/status'
import { createCursor } from '../stage/cursor'
import type { Layers } from '../stage/layers'
import { createOverlay } from '../stage/overlay'
import type { Gestures } from '../stage/pointers'
import type { View } from '../stage/view'
import type { Desk } from '../worker/desk'
import type { FillSettings } from '../worker/fill'
import type { Opened } from '../worker/open'
import { paintByKeyboard } from './keyboard-brush'
import { missing, type Point } from './marks'
import { methodWords } from './method-words'
import { createSession, type Session } from './session'
import { createTools } from './tools'

/** The mode in which one paints over what is to go. */
export function createRepair(stage: HTMLElement, view: View, layers: Layers, desk: Desk) {
  const size = byId<HTMLInputElement>('size')
  const tolerance = byId<HTMLInputElement>('tolerance')
  const suggestion = byId('scratches')
  const showMask = byId('showMask')
  const overlay = createOverlay(stage, view)
  const cursor = createCursor(stage, () => size.valueAsNumber)
  const code = createCode(
    byId('methodsSideBySide').parentElement?.querySelector('.code') as Element,
  )
  let session: Session | undefined
  let colorAt: PickedColor | undefined
  let colorsAsked = 0

  const panel = createMethodPanel(
    byId('methods'),
    'method',
    methodWords,
    () => {
      showCode()
      session?.refill()
    },
    ({ method, options }, scene) =>
      desk.ask('sampleRepair', { scene, settings: { method, ...options } }),
  )
  const tools = createTools({
    stage,
    view,
    session: () => session,
    // The brush keeps its size on the screen, so zooming in makes it finer.
    radius: () => size.valueAsNumber / 2 / view.scale(),
    pickColor,
  })
  const gestures: Gestures = {
    ...tools.gestures,
    begin(at, isReversed) {
      colorAt = undefined
      tools.gestures.begin(at, isReversed)
    },
  }
  paintByKeyboard(stage, view, cursor, gestures)

  size.addEventListener('input', () => cursor.refresh())
  tolerance.addEventListener('input', () => {
    if (colorAt) addColor(colorAt)
  })
  showMask.addEventListener('click', () => {
    const isOn = stage.classList.toggle('marking')
    showMask.setAttribute('aria-pressed', `${isOn}`)
  })
  for (const id of ['undo', 'redo', 'clear'] as const) {
    byId(id).addEventListener('click', () => actions[id]())
  }
  byId('methodsSideBySide').addEventListener('click', compareMethods)
  listenForChoice('loadMask', 'maskFile', (file) => {
    addMask(desk.ask('maskFromFile', { file }))
  })
  byId('fromTransparency').addEventListener('click', () => {
    addMask(desk.ask('maskFromTransparency', undefined))
  })
  byId('saveMask').addEventListener('click', () => {
    desk.ask('saveMask', undefined).then(({ file }) => saveFile(file, 'mask.png'), warn)
  })

  const actions = {
    undo: edit((session) => session.undo()),
    redo: edit((session) => session.redo()),
    clear: edit((session) => session.clear()),
  }
  showCode()

  return {
    gestures,
    /** A picture that the worker has opened. */
    open({ width, height, isTransparent, scratches }: Opened): void {
      session?.close()
      colorAt = undefined
      session = createSession(width, height, {
        desk,
        layers,
        overlay,
        settings,
        title: panel.title,
        changed: showHistory,
      })
      overlay.open(session.marks)
      showHistory()
      byId<HTMLButtonElement>('fromTransparency').disabled = !isTransparent
      suggestion.hidden = !scratches
      suggestion.onclick = () => {
        suggestion.hidden = true
        if (scratches) session?.add(scratches, missing)
      }
    },
    /** Its picture is on the stage again. */
    resume(): void {
      if (session) overlay.open(session.marks)
      session?.refill()
    },
    enter(): void {
      panel.showSamples()
    },
    leave(): void {
      session?.close()
      overlay.open(undefined)
    },
    keys: {
      ...actions,
      b: () => tools.choose('brush'),
      e: () => tools.choose('eraser'),
      m: () => tools.choose('rectangle'),
      l: () => tools.choose('lasso'),
      i: () => tools.choose('color'),
      h: () => tools.choose('hand'),
      q: () => showMask.click(),
      '[': () => resize(1 / 1.2),
      ']': () => resize(1.2),
    },
  }

  function settings(): FillSettings {
    const { method, options } = panel.chosen()
    return { method, ...options } as FillSettings
  }

  function edit(act: (session: Session) => void): () => void {
    return () => {
      colorAt = undefined
      if (session) act(session)
    }
  }

  function resize(factor: number): void {
    size.value = `${Math.round(size.valueAsNumber * factor)}`
    cursor.refresh()
  }

  function showHistory(): void {
    const able = session?.able()
    if (!able) return
    for (const id of ['undo', 'redo', 'clear'] as const) {
      byId<HTMLButtonElement>(id).disabled = !able[id]
    }
    byId<HTMLButtonElement>('methodsSideBySide').disabled = !able.clear
  }

  function showCode(): void {
    code.show(
      `import { inpaint } from 'isophote'\n\nconst repaired = inpaint(image, mask, ${literal(settings() as Record<string, string>)})`,
    )
  }

  function pickColor(at: Point): void {
    colorAt = { x: Math.floor(at.x), y: Math.floor(at.y), isLast: false }
    addColor(colorAt)
  }

  async function addColor(color: PickedColor): Promise<void> {
    const mine = ++colorsAsked
    const { x, y } = color
    try {
      const { bytes } = await desk.ask('maskFromColor', {
        x,
        y,
        tolerance: tolerance.valueAsNumber,
      })
      if (mine !== colorsAsked || color !== colorAt) return
      if (color.isLast) session?.takeBack()
      color.isLast = session?.add(bytes, missing) ?? false
    } catch (error) {
      warn(error)
    }
  }

  async function addMask(asked: Promise<{ bytes: Uint8Array }>): Promise<void> {
    const mine = session
    colorAt = undefined
    try {
      const { bytes } = await asked
      if (mine === session) session?.add(bytes, missing)
    } catch (error) {
      warn(error)
    }
  }

  function compareMethods(): void {
    const box = session?.latestHole()
    if (!box) return
    const names = [...methodWords.keys()]
    const all = Object.fromEntries(names.map((name) => [name, panel.optionsOf(name)]))
    showSideBySide(
      'The same hole, by every method',
      'What was painted last, each with its settings and the time it took. Choose one.',
      (signal, add) =>
        desk.ask(
          'methodsSideBySide',
          { box, settings: all as Record<MethodName, FillSettings> },
          {
            signal,
            part: ({ name, ...candidate }) =>
              add({
                ...candidate,
                title: methodWords.get(name)?.title ?? name,
                isChosen: name === panel.chosen().method,
                choose: () => panel.choose(name),
              }),
          },
        ),
    )
  }
}

/** A pixel whose colour was chosen. */
interface PickedColor extends Point {
  /** Whether the mask made from it is the last change: another tolerance then takes its place. */
  isLast: boolean
}
