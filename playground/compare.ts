import { byId } from './element'

/** Before and after: the original while a key or button is held, or up to a divider. */
export function createCompare(): { hold(held: boolean): void } {
  const paper = byId('paper')
  const divider = byId<HTMLInputElement>('divider')
  const toggle = byId('compare')
  const button = byId('original-button')
  const hold = (held: boolean) => {
    paper.classList.toggle('holding', held)
    button.setAttribute('aria-pressed', `${held}`)
  }
  const place = () => paper.style.setProperty('--divider', `${divider.value}%`)
  divider.addEventListener('input', place)
  toggle.addEventListener('click', () => {
    const on = paper.classList.toggle('comparing')
    toggle.setAttribute('aria-pressed', `${on}`)
    byId('divider-row').hidden = !on
    place()
  })
  button.addEventListener('pointerdown', () => hold(true))
  for (const type of ['pointerup', 'pointercancel', 'pointerleave', 'blur']) {
    button.addEventListener(type, () => hold(false))
  }
  button.addEventListener('keydown', ({ key }) => {
    if (key === ' ' || key === 'Enter') hold(true)
  })
  button.addEventListener('keyup', () => hold(false))
  return { hold }
}
