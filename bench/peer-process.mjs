import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/**
 * A script of this folder in a Python process that waits for orders, a line of JSON for each;
 * `undefined` where no Python has what it imports. It says its library's version first.
 */
export async function startPython(script, variables = {}) {
  for (const python of ['python3', '/usr/bin/python3']) {
    const running = await start(python, script, variables)
    if (running) return running
  }
}

/** The same for a script in a Node process of its own. */
export function startNode(script) {
  return start(process.execPath, script)
}

async function start(program, script, variables = {}) {
  // One thread, as isophote has.
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', ...variables }
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(program, [path], { stdio: ['pipe', 'pipe', 'ignore'], env })
  child.on('error', () => {}) // no such program: its output ends at once
  child.stdin.on('error', () => {})
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const { value: version, done } = await lines.next()
  if (!done) return connect(script, child, lines, version)
}

function connect(script, child, lines, version) {
  // For what is too large for a line.
  const folder = mkdtempSync(join(tmpdir(), 'isophote-bench-'))
  return {
    version,
    folder,
    async ask(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`)
      const { value, done } = await lines.next()
      if (done) throw new Error(`${script} ended unexpectedly`)
      return JSON.parse(value)
    },
    stop() {
      child.stdin.end()
      rmSync(folder, { recursive: true })
    },
  }
}
