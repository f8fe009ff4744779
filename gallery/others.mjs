import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { loadOpenCv } from '../bench/opencv.mjs'

/** Methods of other libraries, each as `{ name, library, repair }`; and a `stop` to call after use. */
export async function startOthers() {
  const python = await startPython()
  return {
    methods: [
      ...(await openCvMethods()),
      ...python.methods.filter(({ name }) => name !== shiftMap),
    ],
    stop: python.stop,
  }
}

/** OpenCV's completion of large holes, where there is one: of use for these alone. */
export async function startShiftMap() {
  const { methods, stop } = await startPython()
  return { shiftMap: methods.find(({ name }) => name === shiftMap), stop }
}

const shiftMap = 'opencv shift-map'

async function openCvMethods() {
  const opencv = await loadOpenCv()
  return ['telea', 'ns'].map((method) => ({
    name: `opencv.js ${method}`,
    library: `OpenCV ${opencv.version}`,
    repair(picture, mask) {
      const prepared = opencv.prepare(picture, mask)
      prepared.time(method, 3)
      const data = Uint8Array.from(prepared.result())
      prepared.delete()
      return { ...picture, data }
    },
  }))
}

const script = fileURLToPath(new URL('./others.py', import.meta.url))

/** Those of `others.py`, of the first Python that has any; none where there is no such Python. */
async function startPython() {
  for (const python of ['python3', '/usr/bin/python3']) {
    const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'ignore'] })
    child.on('error', () => {}) // no such program: its output ends at once
    child.stdin.on('error', () => {})
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const { value, done } = await lines.next()
    const libraries = done ? [] : Object.entries(JSON.parse(value))
    if (libraries.length > 0) return connect(child, lines, libraries)
    child.stdin.end()
  }
  console.log('No Python with skimage or cv2.xphoto was found: their methods are left out.')
  return { methods: [], stop() {} }
}

function connect(child, lines, libraries) {
  const folder = mkdtempSync(join(tmpdir(), 'isophote-gallery-'))
  const file = (name) => join(folder, name)
  const methods = libraries.map(([name, library]) => ({
    name,
    library,
    async repair(picture, mask) {
      const { data, width, height, channels } = picture
      writeFileSync(file('picture'), data)
      writeFileSync(file('mask'), mask)
      const request = {
        method: name,
        shape: [height, width, channels],
        picture: file('picture'),
        mask: file('mask'),
        result: file('result'),
      }
      child.stdin.write(`${JSON.stringify(request)}\n`)
      if ((await lines.next()).done) throw new Error(`${name}: Python ended unexpectedly`)
      return { ...picture, data: new Uint8Array(readFileSync(file('result'))) }
    },
  }))
  const stop = () => {
    child.stdin.end()
    rmSync(folder, { recursive: true })
  }
  return { methods, stop }
}
