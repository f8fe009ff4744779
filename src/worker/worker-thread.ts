import { type Answer, answer } from './answer'
import type { Batch } from './batch'

// A Web Worker's own file.

interface WorkerScope {
  onmessage: (event: { readonly data: Batch }) => void
  postMessage(answer: Answer, transfer: ArrayBuffer[]): void
}

const scope = globalThis as unknown as WorkerScope
scope.onmessage = ({ data: batch }) => {
  answer(batch, (message, transfer) => scope.postMessage(message, transfer))
}
