import type { Point } from '../repair/marks'
import type { View } from './view'

/** What a drag does, in pixels of the picture. */
export interface Gestures {
  begin(at: Point, isReversed: boolean): void
  move(from: Point, to: Point): void
  end(): void
  /** A second finger came: it was none. */
  drop(): void
  /** Whether a drag moves the picture instead. */
  movesPicture(): boolean
}

/** One pointer does what the tool does; two fingers, the middle button or the space bar move the picture. */
export function followPointers(stage: HTMLElement, view: View, gestures: Gestures): void {
  const pointers = new Map<number, Point>()
  let last: Point | undefined
  let isMoving = false
  let isSpaceHeld = false

  stage.addEventListener('pointerdown', (event) => {
    if (event.button === 2) return
    stage.setPointerCapture(event.pointerId)
    pointers.set(event.pointerId, pointOf(event))
    if (last) gestures.drop()
    last = undefined
    isMoving = pointers.size > 1 || isSpaceHeld || event.button === 1 || gestures.movesPicture()
    if (isMoving) return
    last = view.toPicture(pointOf(event))
    gestures.begin(last, event.altKey)
  })
  stage.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId)
    if (!before) return
    const now = pointOf(event)
    if (isMoving) {
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
    if (last) gestures.end()
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
  addEventListener('keydown', (event) => {
    if (event.code !== 'Space' || (event.target !== document.body && event.target !== stage)) return
    // It would scroll the page.
    event.preventDefault()
    holdSpace(true)
  })
  addEventListener('keyup', ({ code }) => {
    if (code === 'Space') holdSpace(false)
  })
  addEventListener('blur', () => holdSpace(false))

  function holdSpace(isHeld: boolean): void {
    isSpaceHeld = isHeld
    stage.classList.toggle('moving', isHeld)
  }

  function follow(point: Point): void {
    if (!last) return
    const next = view.toPicture(point)
    gestures.move(last, next)
    last = next
  }
}

const pointOf = ({ clientX, clientY }: MouseEvent): Point => ({ x: clientX, y: clientY })
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y) || 1
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
