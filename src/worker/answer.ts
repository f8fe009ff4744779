import { methodNamed } from '../methods'
import { type Batch, buffersOf, patchesOf } from './batch'

/** What a worker says: now and then how far it is, and at the end the batch or what went wrong. */
export interface Answer {
  /** How many pixels of the batch are filled. */
  readonly filled: number
  readonly batch?: Batch
  readonly error?: unknown
}

/** The worker's part: fills a batch, and sends it back. */
export function answer(
  batch: Batch,
  send: (answer: Answer, transfer: ArrayBuffer[]) => void,
): void {
  try {
    const filled = fillBatch(batch, (filled) => send({ filled }, []))
    send({ filled, batch }, buffersOf(batch))
  } catch (error) {
    // As an answer, because an error thrown in a Web Worker arrives as no more than its message.
    send({ filled: 0, error }, [])
  }
}

function fillBatch(batch: Batch, tell: (filled: number) => void): number {
  const { method, options, pixelsPerReport } = batch.instructions
  const { fill } = methodNamed(method)
  let filled = 0
  let told = 0
  const report = (pixels: number): void => {
    if (filled + pixels - told < pixelsPerReport) return
    told = filled + pixels
    tell(told)
  }
  for (const patch of patchesOf(batch)) {
    fill(patch, { ...options, report })
    filled += patch.missing.length
  }
  return filled
}
