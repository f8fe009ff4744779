import { parentPort } from 'node:worker_threads'
import { answer } from './answer'

// A Node worker's own file.

parentPort?.on('message', (task) => {
  answer(task, (message) => parentPort?.postMessage(message))
})
