import { byId } from '../controls/element'
import type { Opened } from '../worker/open'
import type { Box } from '../worker/picture'

/** The two canvases: the result, and over it, where it is compared, the original. */
export function createLayers() {
  const canvases = [byId<HTMLCanvasElement>('result'), byId<HTMLCanvasElement>('original')]
  const [result, original] = canvases.map((canvas) => {
    const context = canvas.getContext('2d')
    if (!context) throw new Error('This browser has no memory left for the picture.')
    return context
  })
  return {
    open({ bitmap, result: made = bitmap }: Opened): void {
      fill(original, bitmap)
      fill(result, made)
      bitmap.close()
      made.close()
    },
    show({ x, y, width, height }: Box, rgba: Uint8ClampedArray): void {
      result.putImageData(new ImageData(rgba as ImageDataArray, width, height), x, y)
    },
  }
}

export type Layers = ReturnType<typeof createLayers>

function fill(context: CanvasRenderingContext2D, bitmap: ImageBitmap): void {
  context.canvas.width = bitmap.width
  context.canvas.height = bitmap.height
  context.drawImage(bitmap, 0, 0)
}
