import type { Answer } from './serve'
import type { services } from './services'
import type { Loss, Order } from './threads'

type Services = typeof services
type Argument<Name extends keyof Services> = Parameters<Services[Name]>[0]
type Result<Name extends keyof Services> = Awaited<ReturnType<Services[Name]>>
type Part<Name extends keyof Services> = Parameters<Services[Name]>[1] extends {
  tell(part: infer P): void
}
  ? P
  : never

/** How to hear more from a service than its result, or less. */
interface Wishes<P> {
  /** Aborting makes the promise reject; what the service was doing is stopped. */
  readonly signal?: AbortSignal
  readonly part?: (part: P) => void
}

interface Waiting {
  readonly part?: (part: never) => void
  readonly resolve: (result: never) => void
  readonly reject: (error: unknown) => void
}

/**
 * The page's side of its worker, where pictures are kept and all is done that takes longer than a
 * frame; so the page answers to a finger whatever is being computed.
 */
export function createDesk() {
  const worker = new Worker(new URL('./serve.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  const threads = new Map<number, Worker>()
  let lastId = 0

  worker.onmessage = ({ data }: { data: Answer | Order }) => {
    if ('start' in data) startThread(data.start, data.port)
    if ('stop' in data) stopThread(data.stop)
    if (!('id' in data)) return
    const asked = waiting.get(data.id)
    if ('part' in data) {
      asked?.part?.(data.part as never)
      return
    }
    waiting.delete(data.id)
    if ('error' in data) asked?.reject(data.error)
    else asked?.resolve(data.result as never)
  }
  worker.onerror = ({ message }) => {
    const error = new Error(message || 'This browser could not start a worker.')
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  return {
    ask<Name extends keyof Services>(
      name: Name,
      argument: Argument<Name>,
      { signal, part }: Wishes<Part<Name>> = {},
    ): Promise<Result<Name>> {
      const id = ++lastId
      signal?.addEventListener('abort', () => {
        // Nothing is heard of it from now on, whatever is still on its way.
        waiting.get(id)?.reject(signal.reason)
        waiting.delete(id)
        worker.postMessage({ cancel: id })
      })
      return new Promise((resolve, reject) => {
        waiting.set(id, {
          part: part as Waiting['part'],
          resolve: resolve as Waiting['resolve'],
          reject,
        })
        worker.postMessage({ id, name, argument })
      })
    },
  }

  function startThread(id: number, port: MessagePort): void {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { type: 'module' })
    threads.set(id, thread)
    thread.onerror = ({ message }) => {
      const loss: Loss = { lost: id, message: message || 'This browser could not start a worker.' }
      worker.postMessage(loss)
    }
    thread.postMessage(port, [port])
  }

  function stopThread(id: number): void {
    threads.get(id)?.terminate()
    threads.delete(id)
  }
}

export type Desk = ReturnType<typeof createDesk>
