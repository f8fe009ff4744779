import type { Cursor } from '../stage/cursor'
import type { Gestures } from '../stage/pointers'
import type { View } from '../stage/view'
import type { Point } from './marks'

/** Painting without a mouse: arrows move the brush, Enter puts it down and lifts it. */
export function paintByKeyboard(
  stage: HTMLElement,
  view: View,
  cursor: Cursor,
  gestures: Gestures,
): void {
  let isDown = false

  stage.addEventListener('keydown', (event) => {
    const { key, shiftKey } = event
    const direction = directions[key]
    if (direction) {
      event.preventDefault()
      const step = shiftKey ? 32 : 8
      const from = cursor.at() ?? middleOf(stage)
      const to = { x: from.x + direction.x * step, y: from.y + direction.y * step }
      cursor.place(to)
      if (isDown) gestures.move(view.toPicture(from), view.toPicture(to))
    } else if (key === 'Enter') {
      const at = cursor.at() ?? middleOf(stage)
      cursor.place(at)
      if (isDown) gestures.end()
      else gestures.begin(view.toPicture(at), event.altKey)
      isDown = !isDown
    } else if (key === 'Escape' && isDown) {
      isDown = false
      gestures.drop()
    }
  })
  stage.addEventListener('blur', () => {
    if (isDown) gestures.end()
    isDown = false
  })
}

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

function middleOf(stage: HTMLElement): Point {
  const { left, top, width, height } = stage.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}
