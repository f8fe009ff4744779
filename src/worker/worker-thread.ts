import { type Answer, answer } from './answer'
import type { Task } from './task'

// A Web Worker's own file.

interface WorkerScope {
  onmessage: (event: { readonly data: Task }) => void
  postMessage(answer: Answer, transfer: ArrayBuffer[]): void
}

const scope = globalThis as unknown as WorkerScope
scope.onmessage = ({ data: task }) => {
  answer(task, (message, transfer) => scope.postMessage(message, transfer))
}
