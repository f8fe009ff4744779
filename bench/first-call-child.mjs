// A process that loads one library and calls it ten times: what first-call.mjs starts.
import { readFileSync } from 'node:fs'
import { time } from './measure.mjs'
import { loadOpenCv } from './opencv.mjs'

const [library, method, pictureFile, maskFile] = process.argv.slice(2)
const picture = {
  data: new Uint8Array(readFileSync(pictureFile)),
  width: 512,
  height: 512,
  channels: 3,
}
const mask = new Uint8Array(readFileSync(maskFile))

const { load, call } = library === 'isophote' ? await loadOurs() : await loadTheirs()
const calls = Array.from({ length: 10 }, call)
console.log(JSON.stringify({ load, calls }))

async function loadOurs() {
  const start = performance.now()
  const { inpaint } = await import('isophote')
  const load = performance.now() - start
  return { load, call: () => time(() => inpaint(picture, mask, 5, method)) }
}

async function loadTheirs() {
  const start = performance.now()
  const opencv = await loadOpenCv()
  const load = performance.now() - start
  const prepared = opencv.prepare(picture, mask)
  return { load, call: () => prepared.time(method, 5) }
}
