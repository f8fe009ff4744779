import type { Boundary, DeconvolveOptions } from '../../src/deconvolution'
import { createCode, literal } from '../controls/code'
import { byId, element } from '../controls/element'
import { createMethodPanel } from '../controls/method-panel'
import type { Value } from '../controls/parameter'
import { inWords, showSideBySide } from '../controls/side-by-side'
import { busyUntil, say, sayBusy, warn } from '../controls/status'
import type { Compare } from '../stage/compare'
import type { Layers } from '../stage/layers'
import type { Gestures } from '../stage/pointers'
import type { View } from '../stage/view'
import type { Desk } from '../worker/desk'
import type { Box } from '../worker/picture'
import type { SharpenPart, SharpenSettings } from '../worker/sharpen'
import { methodWords } from './method-words'
import { createPsfPanel } from './psf-panel'

const boundaryWords: Record<Boundary, string> = {
  free: 'Unknown, and found out with the rest: what a camera did. The default.',
  reflect: 'The picture mirrored.',
  taper: 'The picture’s edge, fading into its own blur.',
  zero: 'Nothing, darkness.',
  periodic: 'The picture again, as if it were printed on a ring. For simulations.',
}

/** The mode in which one says how a picture was blurred, and sees it sharp. */
export function createSharpen(view: View, layers: Layers, compare: Compare, desk: Desk) {
  const boundary = byId<HTMLSelectElement>('boundary')
  const code = createCode(byId('boundary').closest('aside')?.querySelector('.code') as Element)
  const boundaryLine = byId('boundary-words')
  let size: { width: number; height: number } | undefined
  let isOpen = false
  let controller: AbortController | undefined
  /** Of the part that is under way. It is not given up for a newer one, which would find cold workers. */
  let partController: AbortController | undefined
  let isStale = false
  let waiting: ReturnType<typeof setTimeout> | undefined

  for (const name of Object.keys(boundaryWords))
    boundary.append(element('option', { value: name }, [name]))
  const psfPanel = createPsfPanel(
    byId('psf'),
    async (file) => (await desk.ask('readRows', { file })).rows,
    () => update(),
  )
  const panel = createMethodPanel(
    byId('sharpenMethods'),
    'sharpen-method',
    methodWords,
    () => update(),
    ({ method, options }, scene) =>
      desk.ask('sampleSharpen', { scene, settings: { ...options, method } as DeconvolveOptions }),
  )
  boundary.addEventListener('change', () => update())
  byId('boundariesSideBySide').addEventListener('click', compareBoundaries)
  const gestures: Gestures = {
    begin() {},
    move() {},
    end() {},
    drop() {},
    movesPicture: () => true,
  }

  update()

  return {
    gestures,
    open(opened: { width: number; height: number }): void {
      leavePicture()
      size = opened
      compare.show(true)
      update()
    },
    /** Its picture is on the stage again. */
    resume: () => update(),
    enter(): void {
      isOpen = true
      panel.showSamples()
    },
    leave(): void {
      isOpen = false
      leavePicture()
    },
  }

  function settings(): SharpenSettings | undefined {
    const chosen = psfPanel.chosen()
    return chosen && { psf: chosen.psf, ...options() }
  }

  function options(): DeconvolveOptions {
    const { method, options } = panel.chosen()
    const chosenBoundary = boundary.value === 'free' ? {} : { boundary: boundary.value as Boundary }
    return { method, ...options, ...chosenBoundary }
  }

  /** Something has changed: what is in view is sharpened at once, the rest when there is time. */
  function update(): void {
    showCode()
    boundaryLine.textContent = boundaryWords[boundary.value as Boundary]
    if (!isOpen || !size) return
    stop()
    isStale = true
    if (!partController) sharpenParts()
  }

  async function sharpenParts(): Promise<void> {
    const mine = new AbortController()
    partController = mine
    const { signal } = mine
    while (isStale && !signal.aborted) {
      isStale = false
      const asked = settings()
      if (!asked) {
        say('Draw or load what a bright point became.')
        break
      }
      try {
        await desk.ask(
          'sharpenPart',
          { box: middleInView(), settings: asked },
          { signal, part: showPart },
        )
        if (!isStale) waiting = setTimeout(() => sharpenWhole(asked), 200)
      } catch (error) {
        if (!isStale && !signal.aborted) warn(error)
      }
    }
    if (partController === mine) partController = undefined
  }

  async function sharpenWhole(asked: SharpenSettings): Promise<void> {
    controller = new AbortController()
    const { signal } = controller
    const name = panel.title()
    sayBusy(`${name} …`)
    try {
      const { milliseconds } = await busyUntil(
        desk.ask('sharpenWhole', asked, { signal, part: showPart }),
      )
      if (!signal.aborted) say(`${name}: ${inWords(milliseconds)}`)
    } catch (error) {
      if (!signal.aborted) warn(error)
    }
  }

  function showPart(part: SharpenPart): void {
    if ('box' in part) layers.show(part.box, part.rgba)
    else sayBusy(`${panel.title()}: ${Math.floor(part.progress * 100)} %`)
  }

  /** So much of the picture as is sharpened before a slider has moved on. */
  function middleInView(): Box {
    const { x, y, width, height } = view.visible()
    const across = Math.min(width, previewSide)
    const down = Math.min(height, previewSide)
    return {
      x: x + Math.floor((width - across) / 2),
      y: y + Math.floor((height - down) / 2),
      width: across,
      height: down,
    }
  }

  function stop(): void {
    clearTimeout(waiting)
    controller?.abort()
    controller = undefined
  }

  /** What is still to come of it must not be shown on another. */
  function leavePicture(): void {
    stop()
    partController?.abort()
    partController = undefined
  }

  function showCode(): void {
    const { method, ...others } = options()
    const written = literal(others as Readonly<Record<string, Value>>)
    const args = [`'${method}'`, ...(written ? [written] : [])].join(', ')
    const psf = psfPanel.chosen()?.code ?? 'kernel'
    code.show(
      `import { deconvolve, psf } from 'isophote/deconvolution'\n\nconst blur = ${psf}\nconst sharp = deconvolve(image, blur, ${args})`,
    )
  }

  function compareBoundaries(): void {
    const asked = settings()
    if (!asked || !size) return
    const box = {
      x: 0,
      y: 0,
      width: Math.min(size.width, 480),
      height: Math.min(size.height, 320),
    }
    showSideBySide(
      'What lies beyond the edge',
      'The picture’s top left corner with every boundary, and the time it took. Choose one.',
      (signal, add) =>
        desk.ask(
          'boundariesSideBySide',
          { box, settings: asked },
          {
            signal,
            part: ({ name, ...candidate }) =>
              add({
                ...candidate,
                title: name,
                isChosen: name === boundary.value,
                choose() {
                  boundary.value = name
                  update()
                },
              }),
          },
        ),
    )
  }
}

const previewSide = 320
