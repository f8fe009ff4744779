import { answer } from '../../src/worker/answer'

// A thread's own file: does tasks for the pool at the other end of the port that it is given.

const scope = globalThis as unknown as {
  onmessage: (event: { readonly data: MessagePort }) => void
}
scope.onmessage = ({ data: port }) => {
  port.onmessage = ({ data: task }) => {
    answer(task, (message, transfer) => port.postMessage(message, transfer))
  }
}
