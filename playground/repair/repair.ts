import type { MethodName } from '../../src/methods'
import { createCode, literal } from '../controls/code'
import { byId } from '../controls/element'
import { listenForChoice } from '../controls/incoming'
import { createMethodPanel } from '../controls/method-panel'
import { createParameter, type Value } from '../controls/parameter'
import { saveFile } from '../controls/save'
import { showSideBySide } from '../controls/side-by-side'
import { warn } from '../controls/status'
import { createCursor } from '../stage/cursor'
import type { Layers } from '../stage/layers'
import { createLines } from '../stage/lines'
import { createOverlay } from '../stage/overlay'
import type { Gestures } from '../stage/pointers'
import type { View } from '../stage/view'
import type { Desk } from '../worker/desk'
import type { FillSettings } from '../worker/fill'
import type { Wishes } from '../worker/guide'
import type { Opened } from '../worker/open'
import { paintByKeyboard } from './keyboard-brush'
import { isForbidden, type Marks, missing, mostWishes, type Point, wishOf } from './marks'
import { methodWords, seamWords } from './method-words'
import { createSession, type Session } from './session'
import { createTools } from './tools'

/** The mode in which one paints over what is to go. */
export function createRepair(stage: HTMLElement, view: View, layers: Layers, desk: Desk) {
  const size = byId<HTMLInputElement>('size')
  const tolerance = byId<HTMLInputElement>('tolerance')
  const suggestion = byId('scratches')
  const showMask = byId('showMask')
  const overlay = createOverlay(stage, view)
  const lines = createLines(view)
  const wishColor = byId<HTMLInputElement>('wishColor')
  const cursor = createCursor(stage, () => size.valueAsNumber)
  const code = createCode(
    byId('methodsSideBySide').parentElement?.querySelector('.code') as Element,
  )
  let session: Session | undefined
  let colorAt: PickedColor | undefined
  let colorsAsked = 0
  /** Which completion `'exemplar'` is asked for. */
  let seed = 0
  /** The colours that were wished for. */
  let colors: number[][] = []

  const panel = createMethodPanel(
    byId('methods'),
    'method',
    methodWords,
    () => {
      showMethod()
      session?.refill()
    },
    ({ method, options }, scene) =>
      desk.ask('sampleRepair', { scene, settings: { method, ...options } }),
  )
  const seamOptions: { dilate?: number; feather?: number } = {}
  const seamControls = seamWords.map((parameter) =>
    createParameter(
      `mask-${parameter.name}`,
      parameter,
      (value) => {
        seamOptions[parameter.name as 'dilate' | 'feather'] = value as number | undefined
        showCode()
        session?.refill()
      },
      (value) => {
        const grown =
          parameter.name === 'dilate' ? { dilate: value } : { dilate: 6, feather: value }
        return desk.ask('sampleRepair', {
          scene: 'paint',
          settings: { method: 'telea', ...grown } as FillSettings,
        })
      },
    ),
  )
  byId('seam').append(...seamControls.map((control) => control.element))
  const tools = createTools({
    stage,
    view,
    session: () => session,
    // The brush keeps its size on the screen, so zooming in makes it finer.
    radius: () => size.valueAsNumber / 2 / view.scale(),
    pickColor,
    wish,
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
  byId('anotherVersion').addEventListener('click', () => {
    seed++
    showCode()
    session?.refill()
  })
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
  showMethod()

  return {
    gestures,
    /** A picture that the worker has opened. */
    open({ width, height, isTransparent, scratches }: Opened): void {
      session?.close()
      colorAt = undefined
      seed = 0
      colors = []
      lines.show([])
      session = createSession(width, height, {
        desk,
        layers,
        overlay,
        settings,
        title: panel.title,
        showLines: lines.show,
        isPatient: () => panel.chosen().method === 'exemplar',
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
      lines.show(session?.lines() ?? [])
      session?.refill()
    },
    async enter(): Promise<void> {
      await panel.showSamples()
      for (const control of seamControls) await control.showSamples()
    },
    leave(): void {
      session?.close()
      lines.show([])
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
      n: () => tools.choose('line'),
      c: () => tools.choose('wish'),
      f: () => tools.choose('forbid'),
      q: () => showMask.click(),
      '[': () => resize(1 / 1.2),
      ']': () => resize(1.2),
    },
  }

  function settings(): FillSettings {
    const { method, options } = panel.chosen()
    const seeds = method === 'exemplar' && seed > 0 ? { seed } : {}
    return { method, ...options, ...seeds, ...seam(), ...wishes() } as FillSettings
  }

  /** A seam fades over pixels by which the mask is widened. */
  function seam(): Pick<FillSettings, 'dilate' | 'feather'> {
    const { dilate = 0, feather = 0 } = seamOptions
    return {
      ...((dilate || feather) && { dilate: Math.max(dilate, feather) }),
      ...(feather && { feather }),
    }
  }

  /** What was drawn, as far as the method can be told. */
  function wishes(): Pick<FillSettings, 'wishes'> {
    const parts = guidedBy[panel.chosen().method] ?? []
    const lines = session
      ?.lines()
      // For the library, whole numbers are the middles of pixels.
      .map((line) => line.map(({ x, y }) => [rounded(x - 0.5), rounded(y - 0.5)] as const))
    const told = {
      ...(parts.includes('lines') && lines?.length && { lines }),
      ...(parts.includes('colors') && colors.length > 0 && { colors }),
      ...(parts.includes('forbid') && { forbid: true }),
    }
    return Object.keys(told).length > 0 ? { wishes: told } : {}
  }

  /** The number of the colour to wish for; the last is taken back where there are too many. */
  function wish(): number {
    const color = [1, 3, 5].map((at) => Number.parseInt(wishColor.value.slice(at, at + 2), 16))
    const known = colors.findIndex((other) => other.join() === color.join())
    if (known >= 0) return known + 1
    if (colors.length === mostWishes) colors.pop()
    colors.push(color)
    overlay.setColors(colors)
    return colors.length
  }

  function showMethod(): void {
    const { method } = panel.chosen()
    document.body.dataset.guides = (guidedBy[method] ?? []).join(' ')
    document.body.dataset.method = method
    tools.leaveHidden()
    showCode()
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
    showCode()
    const able = session?.able()
    if (!able) return
    for (const id of ['undo', 'redo', 'clear'] as const) {
      byId<HTMLButtonElement>(id).disabled = !able[id]
    }
    byId<HTMLButtonElement>('methodsSideBySide').disabled = !able.clear
  }

  function showCode(): void {
    const { wishes, ...options } = settings()
    const written = literal(options as Readonly<Record<string, Value>>)
    const guide = wishes && guideInCode(wishes, session?.marks)
    const all = guide ? `${written.slice(0, -2)}, guide: ${guide} }` : written
    code.show(`import { inpaint } from 'isophote'\n\nconst repaired = inpaint(image, mask, ${all})`)
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
          { box, settings: all as unknown as Record<MethodName, FillSettings> },
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

/** What methods can be told of a hole, of what the page has tools for. */
const guidedBy: Partial<Record<MethodName, readonly string[]>> = {
  exemplar: ['lines', 'colors', 'forbid'],
  harmonic: ['lines', 'colors'],
  biharmonic: ['colors'],
}

/** As a person would write it. What is painted is as many pixels as the picture, and has but a name. */
function guideInCode(
  { lines, colors, forbid }: Wishes,
  marks: Marks | undefined,
): string | undefined {
  const has = (is: (mark: number) => unknown) => marks?.bytes.some((mark) => is(mark))
  const parts = [
    ...(lines ? [`lines: ${JSON.stringify(lines)}`] : []),
    ...(colors && has(wishOf) ? ['colors'] : []),
    ...(forbid && has(isForbidden) ? ['forbid'] : []),
  ]
  return parts.length > 0 ? `{ ${parts.join(', ')} }` : undefined
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
