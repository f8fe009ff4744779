import { byId } from './element'
import type { PaintedMask } from './mask'
import { type Box, imageDataOf, type Picture } from './picture'

const tint = [255, 64, 96, 150] as const

/** The three canvases: the result, the original over it, and over both what is painted. */
export function createLayers() {
  const result = byId<HTMLCanvasElement>('result')
  const original = byId<HTMLCanvasElement>('original')
  const painted = byId<HTMLCanvasElement>('painted')
  const contextOf = (canvas: HTMLCanvasElement) => {
    const context = canvas.getContext('2d')
    if (!context) throw new Error('This browser has no memory left for the picture.')
    return context
  }
  return {
    result,
    open(picture: Picture): void {
      const all = { x: 0, y: 0, width: picture.width, height: picture.height }
      const data = imageDataOf(picture, all)
      for (const canvas of [result, original, painted]) {
        canvas.width = picture.width
        canvas.height = picture.height
      }
      contextOf(result).putImageData(data, 0, 0)
      contextOf(original).putImageData(data, 0, 0)
    },
    showResult(picture: Picture, box: Box): void {
      contextOf(result).putImageData(imageDataOf(picture, box), box.x, box.y)
    },
    showMask({ bytes, width }: PaintedMask, box: Box): void {
      if (box.width === 0 || box.height === 0) return
      const part = new ImageData(box.width, box.height)
      for (let y = 0, to = 0; y < box.height; y++) {
        for (let x = 0; x < box.width; x++, to += 4) {
          if (bytes[(box.y + y) * width + box.x + x]) part.data.set(tint, to)
        }
      }
      contextOf(painted).putImageData(part, box.x, box.y)
    },
  }
}
