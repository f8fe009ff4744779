import type { Point } from '../repair/marks'
import type { Box } from '../worker/picture'

/** Where the picture is on the stage: how large, and how far moved. */
export function createView(stage: HTMLElement, paper: HTMLElement) {
  const listeners: (() => void)[] = []
  let size = { width: 1, height: 1 }
  let scale = 1
  let x = 0
  let y = 0
  // Until someone zooms, the picture follows the size of the window.
  let isWhole = true

  const apply = () => {
    paper.style.transform = `translate(${x}px, ${y}px) scale(${scale})`
    paper.style.width = `${size.width}px`
    paper.style.height = `${size.height}px`
    paper.classList.toggle('pixels', scale > 4)
    for (const changed of listeners) changed()
  }
  const showWhole = () => {
    // Tools float over the stage's padding.
    const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(stage)
    const [left, right, top, bottom] = [paddingLeft, paddingRight, paddingTop, paddingBottom].map(
      Number.parseFloat,
    )
    const width = stage.clientWidth - left - right
    const height = stage.clientHeight - top - bottom
    scale = Math.min(width / size.width, height / size.height, 4)
    x = left + (width - size.width * scale) / 2
    y = top + (height - size.height * scale) / 2
    isWhole = true
    apply()
  }
  new ResizeObserver(() => (isWhole ? showWhole() : apply())).observe(stage)

  return {
    showWhole,
    open(width: number, height: number): void {
      size = { width, height }
      showWhole()
    },
    /** Hears of every change. */
    listen(changed: () => void): void {
      listeners.push(changed)
    },
    /** Pixels of the page to a pixel of the picture. */
    scale: () => scale,
    /** The picture's top left corner, in pixels of the stage. */
    corner: (): Point => ({ x, y }),
    /** The part of the picture that is on the stage. */
    visible(): Box {
      const left = Math.min(Math.max(Math.floor(-x / scale), 0), size.width - 1)
      const top = Math.min(Math.max(Math.floor(-y / scale), 0), size.height - 1)
      const right = Math.min(Math.ceil((stage.clientWidth - x) / scale), size.width)
      const bottom = Math.min(Math.ceil((stage.clientHeight - y) / scale), size.height)
      return {
        x: left,
        y: top,
        width: Math.max(right - left, 1),
        height: Math.max(bottom - top, 1),
      }
    },
    /** A point of the page in pixels of the picture. */
    toPicture({ x: pageX, y: pageY }: Point): Point {
      const box = stage.getBoundingClientRect()
      return { x: (pageX - box.left - x) / scale, y: (pageY - box.top - y) / scale }
    },
    move(dx: number, dy: number): void {
      x += dx
      y += dy
      isWhole = false
      apply()
    },
    /** The point of the page stays over the same pixel; without one, the middle of the stage. */
    zoom(factor: number, at?: Point): void {
      const box = stage.getBoundingClientRect()
      const atX = at ? at.x - box.left : box.width / 2
      const atY = at ? at.y - box.top : box.height / 2
      const next = Math.min(32, Math.max(0.02, scale * factor))
      x = atX - ((atX - x) * next) / scale
      y = atY - ((atY - y) * next) / scale
      scale = next
      isWhole = false
      apply()
    },
  }
}

export type View = ReturnType<typeof createView>
