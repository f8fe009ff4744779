import { byId } from '../controls/element'
import type { Gestures } from '../stage/pointers'
import type { View } from '../stage/view'
import { type Paint, type Point, paintLine, paintPolygon, paints } from './marks'
import type { Session } from './session'

export type ToolName =
  | 'brush'
  | 'eraser'
  | 'rectangle'
  | 'lasso'
  | 'color'
  | 'line'
  | 'wish'
  | 'forbid'
  | 'hand'

/** Those that paint with the brush. */
const brushes: ReadonlySet<ToolName> = new Set(['brush', 'eraser', 'wish', 'forbid'])

/** What the tools need of the page. */
interface Surroundings {
  readonly stage: HTMLElement
  readonly view: View
  session(): Session | undefined
  /** Of the brush, in pixels of the picture. */
  radius(): number
  pickColor(at: Point): void
  /** The number of the colour to wish for. */
  wish(): number
}

/** The tools, each of which knows what a drag means. */
export function createTools(page: Surroundings) {
  const { stage, view, session, radius, pickColor } = page
  const polygon = byId('outline').querySelector('polygon') as SVGPolygonElement
  const pencil = byId('outline').querySelector('polyline') as SVGPolylineElement
  let tool: ToolName = 'brush'
  let paint: Paint = paints.missing
  let points: Point[] = []

  for (const input of inputs()) {
    input.addEventListener('change', () => choose(input.value as ToolName))
  }
  view.listen(drawOutline)

  const gestures: Gestures = {
    begin(at, isReversed) {
      paint = isReversed || tool === 'eraser' ? paints.nothing : paintOf(tool)
      points = [at]
      if (tool === 'color') return
      stage.classList.add('painting')
      session()?.begin()
      if (isBrush()) brush(at, at)
    },
    move(from, to) {
      if (tool === 'color') return
      if (isBrush()) {
        brush(from, to)
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
      if (tool === 'line') session()?.draw(points)
      else if (!isBrush() && points.length > 2) {
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
  return {
    gestures,
    choose,
    /** A tool that the method has no use for is hidden, and must not stay chosen. */
    leaveHidden(): void {
      const chosen = inputs().find(({ checked }) => checked)
      if (chosen && isHidden(chosen)) choose('brush')
    },
  }

  function choose(next: ToolName): void {
    const input = inputs().find(({ value }) => value === next)
    if (!input || isHidden(input)) return
    tool = next
    stage.dataset.tool = tool
    document.body.dataset.tool = tool
    for (const input of inputs()) input.checked = input.value === tool
  }

  function isBrush(): boolean {
    return brushes.has(tool)
  }

  function paintOf(tool: ToolName): Paint {
    if (tool === 'forbid') return paints.forbidden
    return tool === 'wish' ? paints.wish(page.wish()) : paints.missing
  }

  function brush(from: Point, to: Point): void {
    if (paint === paints.nothing) session()?.eraseLines(to, radius())
    session()?.paint((marks) => paintLine(marks, from, to, radius(), paint))
  }

  function drawOutline(): void {
    const { x, y } = view.corner()
    const scale = view.scale()
    const onStage = isBrush() ? [] : points.map((p) => `${x + p.x * scale},${y + p.y * scale}`)
    polygon.setAttribute('points', tool === 'line' ? '' : onStage.join(' '))
    pencil.setAttribute('points', tool === 'line' ? onStage.join(' ') : '')
  }
}

export type Tools = ReturnType<typeof createTools>

function inputs(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[name=tool]')]
}

function isHidden(input: HTMLInputElement): boolean {
  const { guides = '' } = document.body.dataset
  const part = input.closest('label')?.dataset.part
  return part !== undefined && !guides.split(' ').includes(part)
}
