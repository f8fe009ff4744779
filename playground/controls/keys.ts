import { byId } from './element'

/** What keys do: by the key, in small letters. */
export type KeyActions = Readonly<Record<string, () => void>>

/** The keys people know from other programs. `hold` shows the original as long as Tab or O is down. */
export function listenForKeys(actions: KeyActions, hold: (isHeld: boolean) => void): void {
  // Whether it is a mouse over the picture that works here. Who goes from control to control by
  // keyboard needs Tab for that.
  let isPointing = false
  const stage = byId('stage')
  const point = (isOn: boolean) => {
    isPointing = isOn
    stage.classList.toggle('pointed', isOn)
  }
  stage.addEventListener('pointerdown', () => point(true))
  stage.addEventListener('blur', () => point(false))
  addEventListener('keydown', (event) => {
    const key = event.key.toLowerCase()
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return
    if (event.ctrlKey || event.metaKey) {
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      actions[key === 'y' || event.shiftKey ? 'redo' : 'undo']()
    } else if (key === 'o') {
      hold(true)
    } else if (key === 'tab') {
      if (!isPointing || !stage.matches(':hover')) {
        point(false)
        return
      }
      event.preventDefault()
      hold(true)
    } else if (!event.altKey) {
      actions[key]?.()
    }
  })
  addEventListener('keyup', ({ key }) => {
    if (key.toLowerCase() === 'o' || key === 'Tab') hold(false)
  })
  addEventListener('blur', () => hold(false))
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLSelectElement ||
    (target as Element | null)?.matches?.('input[type=number]') === true
  )
}
