import { type InpaintAsyncOptions, inpaintAsync } from '../src/worker'
import workerUrl from '../src/worker/worker-thread?worker&url'
import type { PaintedMask } from './mask'
import type { Picture } from './picture'

export interface Filled {
  readonly picture: Picture
  readonly milliseconds: number
}

/** One fill at a time: a new one ends the one before, whose promise then gives `undefined`. */
export function createFilling() {
  let current = new AbortController()
  return {
    cancel: () => current.abort(),
    async fill(
      picture: Picture,
      mask: PaintedMask,
      options: InpaintAsyncOptions,
    ): Promise<Filled | undefined> {
      current.abort()
      const controller = new AbortController()
      current = controller
      const { signal } = controller
      const start = performance.now()
      try {
        const filled = await inpaintAsync(picture, mask.bytes, { ...options, workerUrl, signal })
        return { picture: filled, milliseconds: performance.now() - start }
      } catch (error) {
        if (signal.aborted) return undefined
        throw error
      }
    },
  }
}
