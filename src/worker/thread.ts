import type { Answer } from './answer'
import type { Task } from './task'

/** A worker as the pool sees it, whether a Web Worker or one of Node's. */
export interface Thread {
  readonly send: (task: Task) => void
  /** Ends it at once, whatever it is doing. */
  readonly stop: () => void
  /** Whether it keeps the process running. */
  readonly hold: (isBusy: boolean) => void
}

/** Who hears from a thread. After a failure, or once stopped, what it says means nothing. */
export interface ThreadListener {
  readonly answered: (answer: Answer) => void
  readonly failed: (error: unknown) => void
}

/** What browsers and Node do each in their own way. */
export interface Platform {
  readonly processors: () => number
  /** @param url Where the worker's code is; without it, beside this package's. */
  readonly startThread: (url: string | undefined, listener: ThreadListener) => Thread
}
