import type { Answer } from '../../src/worker/answer'
import { buffersOf } from '../../src/worker/task'
import type { Platform, ThreadListener } from '../../src/worker/thread'

/** What the worker has the page do. */
export type Order =
  | { readonly start: number; readonly port: MessagePort }
  | { readonly stop: number }

/** What the page tells of a thread that could not be started or has crashed. */
export interface Loss {
  readonly lost: number
  readonly message: string
}

const scope = globalThis as unknown as {
  postMessage(order: Order, transfer?: Transferable[]): void
}
const listeners = new Map<number, ThreadListener>()
let lastId = 0

/**
 * Threads for the library's pool, which the page starts for us. A worker may start workers itself,
 * but in Firefox 153 it stands still for good in 3 to 10 of a hundred cases, in `new Worker`.
 */
export const threads: Platform = {
  processors: () => navigator.hardwareConcurrency || 2,
  sharesMemory: false,

  startThread(_url, listener) {
    const id = ++lastId
    const { port1, port2 } = new MessageChannel()
    listeners.set(id, listener)
    port1.onmessage = ({ data }: { data: Answer }) => listener.answered(data)
    port1.onmessageerror = () => listener.failed(new Error('A message could not be read.'))
    scope.postMessage({ start: id, port: port2 }, [port2])
    return {
      send: (task) => port1.postMessage(task, buffersOf(task)),
      stop() {
        listeners.delete(id)
        port1.close()
        scope.postMessage({ stop: id })
      },
      hold() {},
    }
  },
}

export function lose({ lost, message }: Loss): void {
  listeners.get(lost)?.failed(new Error(message))
}
