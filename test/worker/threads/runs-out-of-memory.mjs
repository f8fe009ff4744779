import { parentPort } from 'node:worker_threads'

parentPort.on('message', () => {
  const kept = []
  // Numbers that are not whole: the garbage collector need not look at them, again and again.
  for (;;) kept.push(new Array(1e6).fill(0.5))
})
