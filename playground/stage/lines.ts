import { byId } from '../controls/element'
import type { Point } from '../repair/marks'
import type { View } from './view'

/** Shows the lines that were drawn, over the picture. */
export function createLines(view: View) {
  const group = byId('outline').querySelector('g') as SVGGElement
  let lines: readonly (readonly Point[])[] = []

  const draw = () => {
    const { x, y } = view.corner()
    const scale = view.scale()
    group.replaceChildren(
      ...lines.map((line) => {
        const shown = document.createElementNS('http://www.w3.org/2000/svg', 'polyline')
        const points = line.map((point) => `${x + point.x * scale},${y + point.y * scale}`)
        shown.setAttribute('points', points.join(' '))
        return shown
      }),
    )
  }
  view.listen(draw)
  return {
    show(next: readonly (readonly Point[])[]): void {
      lines = next
      draw()
    },
  }
}
