import { byId } from '../controls/element'
import type { Gestures } from '../stage/pointers'
import type { View } from '../stage/view'
import { missing, type Paint, type Point, paintLine, paintPolygon } from './marks'
import type { Session } from './session'

export type ToolName = 'brush' | 'eraser' | 'rectangle' | 'lasso' | 'color' | 'hand'

/** What the tools need of the page. */
interface Surroundings {
  readonly stage: HTMLElement
  readonly view: View
  session(): Session | undefined
  /** Of the brush, in pixels of the picture. */
  radius(): number
  pickColor(at: Point): void
}

/** The tools, each of which knows what a drag means. */
export function createTools({ stage, view, session, radius, pickColor }: Surroundings) {
  const polygon = byId('outline').querySelector('polygon') as SVGPolygonElement
  let tool: ToolName = 'brush'
  let paint: Paint = { bits: missing, value: missing }
  let points: Point[] = []

  for (const input of inputs()) {
    input.addEventListener('change', () => choose(input.value as ToolName))
  }
  view.listen(drawOutline)

  const gestures: Gestures = {
    begin(at, isReversed) {
      const isErasing = (tool === 'eraser') !== isReversed
      paint = { bits: missing, value: isErasing ? 0 : missing }
      points = [at]
      if (tool === 'color') return
      stage.classList.add('painting')
      session()?.begin()
      if (isBrush()) session()?.paint((marks) => paintLine(marks, at, at, radius(), paint))
    },
    move(from, to) {
      if (tool === 'color') return
      if (isBrush()) {
        session()?.paint((marks) => paintLine(marks, from, to, radius(), paint))
        return
      }
      if (tool === 'rectangle') {
        const [first] = points
        points = [first, { x: to.x, y: first.y }, to, { x: first.x, y: to.y }]
      } else points.push(to)
      drawOutline()
    },
    end() {
      if (tool === 'color') {
        pickColor(points[0])
        return
      }
      if (!isBrush() && points.length > 2) {
        const corners = points
        session()?.paint((marks) => paintPolygon(marks, corners, paint))
      }
      points = []
      drawOutline()
      session()
        ?.end()
        .finally(() => stage.classList.remove('painting'))
    },
    drop() {
      points = []
      drawOutline()
      stage.classList.remove('painting')
      session()?.drop()
    },
    movesPicture: () => tool === 'hand',
  }
  return { gestures, choose, isBrush }

  function choose(next: ToolName): void {
    tool = next
    stage.dataset.tool = tool
    document.body.dataset.tool = tool
    for (const input of inputs()) input.checked = input.value === tool
  }

  function isBrush(): boolean {
    return tool === 'brush' || tool === 'eraser'
  }

  function drawOutline(): void {
    const { x, y } = view.corner()
    const scale = view.scale()
    const onStage = isBrush() ? [] : points.map((p) => `${x + p.x * scale},${y + p.y * scale}`)
    polygon.setAttribute('points', onStage.join(' '))
  }
}

export type Tools = ReturnType<typeof createTools>

function inputs(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[name=tool]')]
}
