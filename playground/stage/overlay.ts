import { byId } from '../controls/element'
import { isForbidden, isMissing, type Marks, wishOf } from '../repair/marks'
import type { Box } from '../worker/picture'
import type { View } from './view'

/**
 * Shows what is painted. It has the pixels of the screen, not of the picture, which may have twenty
 * times as many.
 */
export function createOverlay(stage: HTMLElement, view: View) {
  const canvas = byId<HTMLCanvasElement>('overlay')
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  const tints = Uint32Array.from({ length: 256 }, (_, mark) => tintOf(mark, []))
  let marks: Marks | undefined
  let isAwaited = false

  view.listen(() => {
    if (isAwaited) return
    isAwaited = true
    requestAnimationFrame(() => {
      isAwaited = false
      drawAll()
    })
  })

  return {
    open(next: Marks | undefined): void {
      marks = next
      drawAll()
    },
    draw,
    /** Says which colours may be wished for, as [red, green, blue]. */
    setColors(colors: readonly (readonly number[])[]): void {
      tints.forEach((_, mark) => {
        tints[mark] = tintOf(mark, colors)
      })
    },
  }

  function drawAll(): void {
    const width = Math.round(stage.clientWidth * devicePixelRatio)
    const height = Math.round(stage.clientHeight * devicePixelRatio)
    if (canvas.width !== width) canvas.width = width
    if (canvas.height !== height) canvas.height = height
    if (marks) draw({ x: 0, y: 0, width: marks.width, height: marks.height })
    else context.clearRect(0, 0, width, height)
  }

  /** Draws a box of the picture anew. */
  function draw(box: Box): void {
    if (!marks || box.width === 0 || box.height === 0) return
    const { bytes, width } = marks
    const { x: cornerX, y: cornerY } = view.corner()
    const scale = view.scale() * devicePixelRatio
    const left = cornerX * devicePixelRatio
    const top = cornerY * devicePixelRatio
    const isAll = box.width === marks.width && box.height === marks.height
    const x0 = isAll ? 0 : clamp(Math.floor(left + box.x * scale), canvas.width)
    const y0 = isAll ? 0 : clamp(Math.floor(top + box.y * scale), canvas.height)
    const x1 = isAll
      ? canvas.width
      : clamp(Math.ceil(left + (box.x + box.width) * scale), canvas.width)
    const y1 = isAll
      ? canvas.height
      : clamp(Math.ceil(top + (box.y + box.height) * scale), canvas.height)
    if (x1 <= x0 || y1 <= y0) return
    const part = new ImageData(x1 - x0, y1 - y0)
    const pixels = new Uint32Array(part.data.buffer)
    const columns = Int32Array.from({ length: x1 - x0 }, (_, x) =>
      columnAt((x0 + x + 0.5 - left) / scale, width),
    )
    for (let y = y0, i = 0; y < y1; y++) {
      const row = Math.floor((y + 0.5 - top) / scale)
      if (row < 0 || row >= marks.height) {
        i += x1 - x0
        continue
      }
      for (let x = 0; x < columns.length; x++, i++) {
        if (columns[x] >= 0) pixels[i] = tints[bytes[row * width + columns[x]]]
      }
    }
    context.putImageData(part, x0, y0)
  }
}

export type Overlay = ReturnType<typeof createOverlay>

function tintOf(mark: number, colors: readonly (readonly number[])[]): number {
  const wish = colors[wishOf(mark) - 1]
  if (wish) return color(wish[0], wish[1], wish[2], 255)
  if (isMissing(mark)) return color(255, 48, 92, 150)
  return isForbidden(mark) ? color(30, 90, 255, 120) : 0
}

/** As a number that is a pixel of `ImageData` in memory; all machines with browsers are little-endian. */
function color(red: number, green: number, blue: number, alpha: number): number {
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0
}

function columnAt(x: number, width: number): number {
  return x >= 0 && x < width ? Math.floor(x) : -1
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most)
}
