import { byId } from '../controls/element'
import type { View } from './view'

/** Before and after: the original while a key or button is held, or up to a divider. */
export function createCompare(stage: HTMLElement, view: View) {
  const paper = byId('paper')
  const divider = byId('divider')
  const toggle = byId('compare')
  const button = byId('hold')
  /** How far across the stage, 0 to 1. */
  let share = 0.5

  const hold = (isHeld: boolean) => {
    paper.classList.toggle('holding', isHeld)
    button.setAttribute('aria-pressed', `${isHeld}`)
  }
  const place = () => {
    const at = share * stage.clientWidth
    divider.style.left = `${at}px`
    divider.setAttribute('aria-valuenow', `${Math.round(share * 100)}`)
    const left = (at - view.corner().x) / view.scale()
    paper.style.setProperty('--divider', `${Math.max(left, 0)}px`)
  }
  const moveTo = (next: number) => {
    share = Math.min(Math.max(next, 0.02), 0.98)
    place()
  }
  const show = (isOn: boolean) => {
    paper.classList.toggle('comparing', isOn)
    toggle.setAttribute('aria-pressed', `${isOn}`)
    divider.hidden = !isOn
    place()
  }

  view.listen(place)
  toggle.addEventListener('click', () => show(divider.hidden))
  divider.addEventListener('pointerdown', (event) => {
    divider.setPointerCapture(event.pointerId)
  })
  divider.addEventListener('pointermove', ({ pointerId, clientX }) => {
    if (!divider.hasPointerCapture(pointerId)) return
    const { left, width } = stage.getBoundingClientRect()
    moveTo((clientX - left) / width)
  })
  divider.addEventListener('keydown', ({ key }) => {
    const step = { ArrowLeft: -0.02, ArrowRight: 0.02, PageDown: -0.1, PageUp: 0.1 }[key]
    if (step !== undefined) moveTo(share + step)
    if (key === 'Home' || key === 'End') moveTo(key === 'Home' ? 0 : 1)
  })

  button.addEventListener('pointerdown', () => hold(true))
  for (const type of ['pointerup', 'pointercancel', 'pointerleave', 'blur']) {
    button.addEventListener(type, () => hold(false))
  }
  button.addEventListener('keydown', ({ key }) => {
    if (key === ' ' || key === 'Enter') hold(true)
  })
  button.addEventListener('keyup', () => hold(false))
  return { hold, show, toggle: () => show(divider.hidden) }
}

export type Compare = ReturnType<typeof createCompare>
