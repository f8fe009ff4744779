import { describe } from './image/check'

/** How a caller follows a call, and ends it early. */
export interface Progress {
  /** Called about a hundred times with the share of the work done: it only grows, and ends at 1. */
  readonly onProgress?: (fraction: number) => void
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
): (pixels: number) => void {
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw new TypeError(`onProgress: expected a function, got ${describe(onProgress)}`)
  }
  if (signal !== undefined && typeof signal?.aborted !== 'boolean') {
    throw new TypeError(`signal: expected an AbortSignal, got ${describe(signal)}`)
  }
  let told = 0
  const report = (pixels: number): void => {
    if (signal?.aborted) throw signal.reason
    const fraction = pixels / total
    if (!(fraction >= told + 0.01 && fraction < 1)) return
    told = fraction
    onProgress?.(fraction)
  }
  report(0)
  return report
}
