import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { root } from './worker'

const run = promisify(execFile)

const setUp = `
const image = { data: new Uint8Array(90000), width: 300, height: 300 }
const mask = image.data.map((_, i) => (i % 31 === 0 ? 1 : 0))
`
const modules = {
  'an ES module': ["import { inpaintAsync } from 'isophote/worker'", 'module'],
  CommonJS: ["const { inpaintAsync } = require('isophote/worker')", 'commonjs'],
} as const

/** Runs a program in a process of its own; resolves with what it printed and its milliseconds. */
async function timed(code: string, type: string): Promise<{ stdout: string; took: number }> {
  const start = performance.now()
  const { stdout } = await run(process.execPath, [`--input-type=${type}`, '--eval', code], {
    cwd: root,
  })
  return { stdout, took: performance.now() - start }
}

test.each(Object.entries(modules))(
  '%s: idle workers let the process exit',
  async (_, [load, type]) => {
    const code = `${load}
${setUp}
inpaintAsync(image, mask, { workers: 3 }).then(({ data }) => {
  console.log(data.length)
  const end = performance.now()
  process.on('exit', () => console.log(performance.now() - end < 1000))
})`
    const { stdout } = await timed(code, type)
    expect(stdout).toBe('90000\ntrue\n')
  },
)

test('a busy worker keeps the process until the promise is settled', async () => {
  const code = `${modules.CommonJS[0]}
${setUp}
inpaintAsync(image, mask, 50, 'ns').then(() => console.log('done'))`
  expect((await timed(code, 'commonjs')).stdout).toBe('done\n')
})

test('the calling thread is free while workers compute', async () => {
  const code = `${modules.CommonJS[0]}
const side = 1200
const image = { data: new Float32Array(side * side), width: side, height: side }
const mask = new Uint8Array(side * side)
for (let y = 100; y < 1100; y++) mask.fill(1, y * side + 100, y * side + 1100)
inpaintAsync(image, mask, 3, 'ns').then(() => {
  const { eventLoopUtilization } = performance
  const before = eventLoopUtilization()
  return inpaintAsync(image, mask, 10, 'ns').then(() => {
    console.log(eventLoopUtilization(before).utilization < 0.3)
  })
})`
  expect((await timed(code, 'commonjs')).stdout).toBe('true\n')
})
