import type { Answer } from './answer'
import { buffersOf, type Task } from './task'
import type { Platform } from './thread'

export const browser: Platform = {
  // Not every browser tells.
  processors: () => navigator?.hardwareConcurrency || 2,
  sharesMemory: false,

  startThread(url, { answered, failed }) {
    // Bundlers look for these very words, and pack the worker's code as a file of its own.
    const worker =
      url === undefined
        ? new Worker(new URL('./worker-thread.js', (import.meta as ModuleMeta).url), {
            type: 'module',
          })
        : new Worker(url, { type: 'module' })
    worker.onmessage = ({ data }) => answered(data)
    worker.onmessageerror = () => failed(new Error('worker: a message could not be read'))
    // A file that cannot be loaded gives an event without words.
    worker.onerror = ({ message }) => {
      failed(
        new Error(`worker: ${message || `could not be started from ${url ?? 'its own file'}`}`),
      )
    }
    return {
      send: (task) => worker.postMessage(task, buffersOf(task)),
      stop: () => worker.terminate(),
      hold() {},
    }
  },
}

// What is used of the browser, declared here because the library is compiled without its types.

interface ModuleMeta extends ImportMeta {
  readonly url: string
}

interface WebWorker {
  onmessage: (event: { readonly data: Answer }) => void
  onmessageerror: () => void
  onerror: (event: { readonly message?: string }) => void
  postMessage(task: Task, transfer: ArrayBuffer[]): void
  terminate(): void
}

declare const Worker: new (url: string | object, options: { readonly type: 'module' }) => WebWorker
declare const URL: new (url: string, base: string) => object
declare const navigator: { readonly hardwareConcurrency?: number } | undefined
