import { byId, element } from './element'
import { warn } from './status'

/** What a candidate looks like, and how long it took. */
interface Shown {
  readonly title: string
  readonly rgba: Uint8ClampedArray
  readonly width: number
  readonly height: number
  readonly milliseconds: number
  readonly isChosen: boolean
  choose(): void
}

const dialog = byId<HTMLDialogElement>('sideBySide')
dialog.querySelector('.close')?.addEventListener('click', () => dialog.close())
// A click beside the sheet of paper lands on the dialog itself.
dialog.addEventListener('click', ({ target }) => {
  if (target === dialog) dialog.close()
})

/** Opens the dialog, and fills it as answers come; closing it ends what is under way. */
export async function showSideBySide(
  title: string,
  words: string,
  run: (signal: AbortSignal, add: (shown: Shown) => void) => Promise<void>,
): Promise<void> {
  const controller = new AbortController()
  dialog.addEventListener('close', () => controller.abort(), { once: true })
  const [heading, explanation, grid] = ['h2', 'p', '.candidates'].map(
    (selector) => dialog.querySelector(selector) as HTMLElement,
  )
  heading.textContent = title
  explanation.textContent = words
  grid.replaceChildren()
  grid.setAttribute('aria-busy', 'true')
  dialog.showModal()
  try {
    await run(controller.signal, (shown) => grid.append(tileOf(shown)))
  } catch (error) {
    if (controller.signal.aborted) return
    dialog.close()
    warn(error)
  }
  grid.setAttribute('aria-busy', 'false')
}

function tileOf({
  title,
  rgba,
  width,
  height,
  milliseconds,
  isChosen,
  choose,
}: Shown): HTMLElement {
  const canvas = element('canvas', { width, height })
  canvas.getContext('2d')?.putImageData(new ImageData(rgba as ImageDataArray, width, height), 0, 0)
  const tile = element('button', { type: 'button', className: 'candidate' }, [
    canvas,
    element('strong', {}, [title]),
    element('span', {}, [inWords(milliseconds)]),
  ])
  tile.setAttribute('aria-pressed', `${isChosen}`)
  tile.addEventListener('click', () => {
    dialog.close()
    choose()
  })
  return tile
}

/** A time as people read it. */
export function inWords(milliseconds: number): string {
  if (milliseconds < 1) return 'under 1 ms'
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`
}
