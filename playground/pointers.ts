import type { Point } from './mask'
import type { View } from './view'

export interface Strokes {
  begin(at: Point): void
  move(from: Point, to: Point): void
  end(): void
  /** A second finger came: it was no stroke. */
  drop(): void
}

/** One pointer paints; two fingers, the middle button or the space bar move the picture. */
export function followPointers(stage: HTMLElement, view: View, strokes: Strokes): void {
  const pointers = new Map<number, Point>()
  let last: Point | undefined
  let moving = false
  let space = false

  stage.addEventListener('pointerdown', (event) => {
    if (event.button === 2) return
    stage.setPointerCapture(event.pointerId)
    pointers.set(event.pointerId, pointOf(event))
    if (last) strokes.drop()
    last = undefined
    moving = pointers.size > 1 || space || event.button === 1
    if (moving) return
    last = view.toPicture(pointOf(event))
    strokes.begin(last)
  })
  stage.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId)
    if (!before) return
    const now = pointOf(event)
    if (moving) {
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
      const share = other ? 0.5 : 1
      view.move((now.x - before.x) * share, (now.y - before.y) * share)
      if (other) view.zoom(distance(now, other) / distance(before, other), middle(now, other))
    } else if (last) {
      // Between two frames a fast pointer has been at more places than one.
      for (const part of event.getCoalescedEvents?.() ?? []) follow(pointOf(part))
      follow(now)
    }
    pointers.set(event.pointerId, now)
  })
  const release = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId)) return
    if (last) strokes.end()
    last = undefined
  }
  stage.addEventListener('pointerup', release)
  stage.addEventListener('pointercancel', release)
  stage.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      view.zoom(Math.exp(-event.deltaY / 400), pointOf(event))
    },
    { passive: false },
  )
  addEventListener('keydown', ({ code, target }) => {
    if (code === 'Space' && target === document.body) hold(true)
  })
  addEventListener('keyup', ({ code }) => {
    if (code === 'Space') hold(false)
  })
  addEventListener('blur', () => hold(false))

  function hold(held: boolean): void {
    space = held
    stage.classList.toggle('moving', held)
  }

  function follow(point: Point): void {
    if (!last) return
    const next = view.toPicture(point)
    strokes.move(last, next)
    last = next
  }
}

const pointOf = ({ clientX, clientY }: MouseEvent): Point => ({ x: clientX, y: clientY })
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y) || 1
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
