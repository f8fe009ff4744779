import { wrongKind } from './image/check'
import type { Image } from './image/image'

/** How a caller follows a call, and ends it early. */
export interface Progress {
  /**
   * Called about a hundred times with the share of the work done: it only grows, and ends at 1. Of a
   * method that has something to show before it is done (`'exemplar'`), some of the calls bring a
   * `preview`: to be called at once, if at all, it gives the image as it looks by then.
   */
  readonly onProgress?: (fraction: number, preview?: () => Image) => void
  /**
   * An `AbortSignal`. Aborting it, from `onProgress`, makes the call throw the signal's reason;
   * nothing is returned half-filled.
   */
  readonly signal?: { readonly aborted: boolean; readonly reason?: unknown }
}

/** Takes how many of `total` pixels are filled: tells the caller now and then, and looks at the signal. */
export function trackProgress(
  total: number,
  { onProgress, signal }: Progress,
): (pixels: number, preview?: () => Image) => void {
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw wrongKind('onProgress', 'a function', onProgress)
  }
  if (signal !== undefined && typeof signal?.aborted !== 'boolean') {
    throw wrongKind('signal', 'an AbortSignal', signal)
  }
  let told = 0
  const report = (pixels: number, preview?: () => Image): void => {
    if (signal?.aborted) throw signal.reason
    const fraction = pixels / total
    if (!(fraction >= told + (preview ? 0 : 0.01) && fraction < 1)) return
    told = fraction
    if (preview) onProgress?.(fraction, preview)
    else onProgress?.(fraction)
  }
  report(0)
  return report
}
