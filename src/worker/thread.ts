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
  /**
   * Whether tasks lie in memory that threads share, in place of being transferred. In Node they do: where a buffer
   * was ever transferred, V8 (of Node 20 and 22) looks at every access to a typed array whether it still has its buffer,
   * and all of a thread's work takes 1.2 times as long. In browsers only few pages may share memory, and V8 is newer.
   */
  readonly sharesMemory: boolean
  /** @param url Where the worker's code is; without it, beside this package's. */
  readonly startThread: (url: string | undefined, listener: ThreadListener) => Thread
}
