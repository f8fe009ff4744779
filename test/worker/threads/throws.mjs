import { parentPort } from 'node:worker_threads'

parentPort.on('message', () => {
  throw new RangeError('this worker throws')
})
