import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Platform } from './thread'

export const node: Platform = {
  processors: availableParallelism,
  sharesMemory: true,

  startThread(url, { answered, failed }) {
    // The program's own flags, its loaders among them, are no business of the worker's.
    const worker = new Worker(fileOf(url), { execArgv: [], name: 'isophote' })
    worker.on('message', answered)
    worker.on('messageerror', failed)
    worker.on('error', failed)
    worker.on('exit', (code) => failed(new Error(`worker: exited with code ${code}`)))
    return {
      send: (task) => worker.postMessage(task),
      stop: () => void worker.terminate(),
      hold: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
    }
  },
}

function fileOf(url: string | undefined): string | URL {
  if (url !== undefined) return url.startsWith('file:') ? new URL(url) : url
  // Of the package's two builds, one has `__dirname` and the other `import.meta`.
  return typeof __dirname === 'string'
    ? `${__dirname}/worker-thread-node.js`
    : new URL('./worker-thread-node.js', import.meta.url)
}
