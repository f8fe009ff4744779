import type { Point } from './mask'

/** Where the picture is on the stage: how large, and how far moved. */
export function createView(stage: HTMLElement, paper: HTMLElement) {
  let size = { width: 1, height: 1 }
  let scale = 1
  let x = 0
  let y = 0
  const apply = () => {
    paper.style.transform = `translate(${x}px, ${y}px) scale(${scale})`
    paper.style.width = `${size.width}px`
    paper.style.height = `${size.height}px`
    paper.classList.toggle('pixels', scale > 4)
  }
  const showWhole = () => {
    const { clientWidth, clientHeight } = stage
    scale = Math.min(clientWidth / size.width, clientHeight / size.height, 4)
    x = (clientWidth - size.width * scale) / 2
    y = (clientHeight - size.height * scale) / 2
    apply()
  }
  new ResizeObserver(showWhole).observe(stage)
  return {
    showWhole,
    open(width: number, height: number): void {
      size = { width, height }
      showWhole()
    },
    scale: () => scale,
    /** A point of the page in pixels of the picture. */
    toPicture({ x: pageX, y: pageY }: Point): Point {
      const box = stage.getBoundingClientRect()
      return { x: (pageX - box.left - x) / scale, y: (pageY - box.top - y) / scale }
    },
    move(dx: number, dy: number): void {
      x += dx
      y += dy
      apply()
    },
    /** The point of the page stays over the same pixel. */
    zoom(factor: number, at: Point): void {
      const box = stage.getBoundingClientRect()
      const next = Math.min(32, Math.max(0.02, scale * factor))
      x = at.x - box.left - ((at.x - box.left - x) * next) / scale
      y = at.y - box.top - ((at.y - box.top - y) * next) / scale
      scale = next
      apply()
    },
  }
}

export type View = ReturnType<typeof createView>
