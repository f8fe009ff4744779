import { byId } from './element'

/** A circle in the size of the brush, where a mouse or pen is. */
export function followCursor(stage: HTMLElement, size: () => number): { refresh(): void } {
  const circle = byId('cursor')
  const refresh = () => {
    circle.style.width = `${size()}px`
    circle.style.height = `${size()}px`
  }
  refresh()
  stage.addEventListener('pointermove', ({ clientX, clientY, pointerType }) => {
    const box = stage.getBoundingClientRect()
    circle.hidden = pointerType === 'touch'
    circle.style.left = `${clientX - box.left}px`
    circle.style.top = `${clientY - box.top}px`
  })
  stage.addEventListener('pointerleave', () => {
    circle.hidden = true
  })
  return { refresh }
}
