import type { Answer } from './answer'
import { type Errand, enter, type Job, leave } from './pool'

/** Where, and until when. */
export interface Conditions extends Pick<Job, 'platform' | 'workerUrl' | 'workers'> {
  readonly signal?: AbortSignalLike
  /** Called as soon as the first errands are sent, before any is answered. */
  readonly begun?: () => void
}

/** As much of an `AbortSignal` as is needed to be told. */
export interface AbortSignalLike {
  readonly aborted: boolean
  readonly reason?: unknown
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** Has workers run a call's errands, and waits for all of them. */
export function runErrands(
  errands: readonly Errand[],
  { signal, begun, ...where }: Conditions,
): Promise<void> {
  let left = errands.length
  return new Promise((resolve, reject) => {
    const counted = errands.map(
      (errand): Errand => ({
        cut: errand.cut,
        answered(answer: Answer) {
          errand.answered(answer)
          if (answer.task) left--
          if (left === 0) end(resolve)
        },
      }),
    )
    const job: Job = { ...where, errands: counted, failed: (error) => end(() => reject(error)) }
    const abort = (): void => job.failed(signal?.reason)
    const end = (settle: () => void): void => {
      signal?.removeEventListener('abort', abort)
      leave(job)
      settle()
    }
    signal?.addEventListener('abort', abort)
    enter(job)
    try {
      begun?.()
      if (left === 0) end(resolve)
    } catch (error) {
      job.failed(error)
    }
  })
}
