import { services } from './services'
import { type Loss, lose } from './threads'

// The worker's own file: takes requests from the page, and answers each with parts and a result.

export interface Request {
  readonly id: number
  readonly name: keyof typeof services
  readonly argument: unknown
}

export type Answer =
  | { readonly id: number; readonly part: unknown }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: unknown }

const scope = globalThis as unknown as {
  onmessage: (event: { readonly data: Request | { readonly cancel: number } | Loss }) => void
  postMessage(answer: Answer, transfer: Transferable[]): void
}
const running = new Map<number, AbortController>()

scope.onmessage = async ({ data }) => {
  if ('cancel' in data) {
    running.get(data.cancel)?.abort()
    return
  }
  if ('lost' in data) {
    lose(data)
    return
  }
  const { id, name, argument } = data
  const controller = new AbortController()
  running.set(id, controller)
  const { signal } = controller
  const tell = (part: unknown) => scope.postMessage({ id, part }, transferablesOf(part))
  try {
    const service = services[name] as (argument: unknown, context: object) => unknown
    const result = await service(argument, { signal, tell })
    signal.throwIfAborted()
    scope.postMessage({ id, result }, transferablesOf(result))
  } catch (error) {
    scope.postMessage({ id, error }, [])
  }
  running.delete(id)
}

/** What services make they make for the page alone: memory goes there instead of being copied. */
function transferablesOf(message: unknown): Transferable[] {
  return Object.values(message ?? {}).flatMap((value): Transferable[] => {
    if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer]
    return value instanceof ImageBitmap ? [value] : []
  })
}
