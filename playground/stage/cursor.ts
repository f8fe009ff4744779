import { byId } from '../controls/element'
import type { Point } from '../repair/marks'

/** A circle in the size of the brush, where a mouse or pen is, or where arrow keys have moved it. */
export function createCursor(stage: HTMLElement, size: () => number) {
  const circle = byId('cursor')
  let at: Point | undefined

  const place = (point: Point) => {
    at = point
    const box = stage.getBoundingClientRect()
    circle.style.left = `${point.x - box.left}px`
    circle.style.top = `${point.y - box.top}px`
    circle.hidden = false
  }
  const refresh = () => {
    circle.style.width = `${size()}px`
    circle.style.height = `${size()}px`
  }
  refresh()
  stage.addEventListener('pointermove', ({ clientX, clientY, pointerType }) => {
    if (pointerType === 'touch') circle.hidden = true
    else place({ x: clientX, y: clientY })
  })
  stage.addEventListener('pointerleave', () => {
    circle.hidden = true
  })
  return {
    refresh,
    place,
    /** A point of the page. */
    at: () => at,
  }
}

export type Cursor = ReturnType<typeof createCursor>
