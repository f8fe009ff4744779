import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('./scipy-fft.py', import.meta.url))

/**
 * scipy.fft in a Python process that waits for orders, so that it takes its turns like the others;
 * `undefined` where no Python has scipy.
 */
export async function startScipy() {
  for (const python of ['python3', '/usr/bin/python3']) {
    const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'ignore'] })
    child.on('error', () => {}) // no such program: its output ends at once
    child.stdin.on('error', () => {})
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const { value, done } = await lines.next()
    if (done) continue
    return {
      version: JSON.parse(value).version,
      async time(kind, shape, calls) {
        child.stdin.write(`${JSON.stringify({ kind, shape, calls })}\n`)
        const answer = await lines.next()
        if (answer.done) throw new Error('scipy ended unexpectedly')
        return JSON.parse(answer.value).ms
      },
      stop: () => child.stdin.end(),
    }
  }
}
