import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('./native.py', import.meta.url))

/**
 * Native OpenCV in a Python process that waits for orders, so that it takes its turns like the
 * others; `undefined` where no Python has `cv2`. Pictures and masks go through temporary files.
 */
export async function startNative() {
  for (const python of ['python3', '/usr/bin/python3']) {
    const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'ignore'] })
    child.on('error', () => {}) // no such program: its output ends at once
    child.stdin.on('error', () => {})
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const { value, done } = await lines.next()
    if (done) continue
    return connect(child, lines, JSON.parse(value).version)
  }
}

function connect(child, lines, version) {
  const folder = mkdtempSync(join(tmpdir(), 'isophote-bench-'))
  const ask = async (request) => {
    child.stdin.write(`${JSON.stringify(request)}\n`)
    const { value, done } = await lines.next()
    if (done) throw new Error('native OpenCV ended unexpectedly')
    return JSON.parse(value)
  }
  const [major, minor] = version.split('.').map(Number)
  return {
    version,
    // Before 4.10 a push walked along the queue: 18 s for one call on 512x512 where half is missing.
    slowQueue: major < 4 || (major === 4 && minor < 10),
    async load({ data, width, height, channels }, mask) {
      const paths = { picture: join(folder, 'picture'), mask: join(folder, 'mask') }
      writeFileSync(paths.picture, data)
      writeFileSync(paths.mask, mask)
      await ask({ ...paths, shape: [height, width, channels] })
    },
    time: async (method, radius) => (await ask({ method, radius })).ms,
    stop() {
      child.stdin.end()
      rmSync(folder, { recursive: true })
    },
  }
}
