import type { Method } from '../method'
import { type MethodName, type MethodOptions, methodNamed } from '../methods'
import type { Work } from '../repair'
import type { Answer } from './answer'
import { cutBatch, type Instructions, pasteBatch } from './batch'
import { batchesOf } from './batches'
import { type Errand, enter, type Job, leave } from './pool'

/** Where, and until when. */
export interface Conditions extends Pick<Job, 'platform' | 'workerUrl' | 'workers'> {
  readonly signal?: AbortSignalLike
}

/** As much of an `AbortSignal` as is needed to be told. */
export interface AbortSignalLike {
  readonly aborted: boolean
  readonly reason?: unknown
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** Has the holes of a prepared picture filled by workers. */
export function fillByWorkers(
  { picture, missing, missingPixels, outlines, radius, report }: Work,
  method: MethodName,
  options: MethodOptions,
  { signal, ...where }: Conditions,
): Promise<void> {
  // As often as a call tells its progress.
  const instructions: Instructions = {
    method,
    options: { ...ownOptions(methodNamed(method), options), radius },
    pixelsPerReport: missingPixels / 100,
  }
  const batches = batchesOf(outlines, where.workers)
  let filled = 0
  let left = batches.length

  return new Promise((resolve, reject) => {
    const errands = batches.map((batch): Errand => {
      let before = 0
      return {
        cut: () => cutBatch(picture, missing, batch, instructions),
        answered({ filled: now, batch }: Answer) {
          filled += now - before
          before = now
          if (batch) {
            pasteBatch(picture, batch)
            left--
          }
          report(filled)
          if (left === 0) end(resolve)
        },
      }
    })
    const job: Job = { ...where, errands, failed: (error) => end(() => reject(error)) }
    const abort = (): void => job.failed(signal?.reason)
    const end = (settle: () => void): void => {
      signal?.removeEventListener('abort', abort)
      leave(job)
      settle()
    }
    if (left === 0) return resolve()
    signal?.addEventListener('abort', abort)
    enter(job)
  })
}

/** What a method reads of a call's options; callbacks among the others could not travel. */
function ownOptions<Options extends object>(
  { optionNames = [] }: Method<Options>,
  options: Options,
): Options {
  const own = Object.entries(options).filter(([name]) => optionNames.includes(name))
  return Object.fromEntries(own) as Options
}
