import { parentPort } from 'node:worker_threads'

parentPort.on('message', () => {
  parentPort.postMessage({ filled: 0, error: new RangeError('Array buffer allocation failed') })
})
