import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('./scikit-image.py', import.meta.url))

/** scikit-image in a Python process that waits for orders; `undefined` where no Python has it. */
export async function startScikitImage() {
  for (const python of ['python3', '/usr/bin/python3']) {
    // One thread, as isophote has.
    const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }
    const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'ignore'], env })
    child.on('error', () => {}) // no such program: its output ends at once
    child.stdin.on('error', () => {})
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const { value: version, done } = await lines.next()
    if (!done) return connect(child, lines, version)
  }
}

function connect(child, lines, version) {
  const folder = mkdtempSync(join(tmpdir(), 'isophote-bench-'))
  const ask = async (request) => {
    child.stdin.write(`${JSON.stringify(request)}\n`)
    const { value, done } = await lines.next()
    if (done) throw new Error('scikit-image ended unexpectedly')
    return JSON.parse(value)
  }
  return {
    version,
    async load({ data, width, height, channels }, mask) {
      const paths = { picture: join(folder, 'picture'), mask: join(folder, 'mask') }
      writeFileSync(paths.picture, data)
      writeFileSync(paths.mask, mask)
      await ask({ ...paths, shape: [height, width, channels] })
    },
    time: async () => ask({}),
    stop() {
      child.stdin.end()
      rmSync(folder, { recursive: true })
    },
  }
}
