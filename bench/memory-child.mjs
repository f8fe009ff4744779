// A process that holds a large picture and its mask, and repairs it when told so: what memory.mjs
// starts. The operating system's own record of the peak tells what it took.
import { inpaint } from 'isophote'
import { missingPixels, scratches } from './masks.mjs'
import { time } from './measure.mjs'
import { createRandom } from './random.mjs'

const task = process.argv[2]
const side = 10000
const data = new Uint8Array(side * side * 3)
// A block of noise, then copies of it: filling 300 MB at random one by one would take seconds.
const next = createRandom(5)
for (let i = 0; i < 65536; i++) data[i] = 96 + next() * 64
for (let filled = 65536; filled < data.length; filled *= 2) data.copyWithin(filled, 0, filled)
const mask = scratches(side, 40)

const call =
  task === 'hold'
    ? 0
    : time(() => inpaint({ data, width: side, height: side, channels: 3 }, mask, 5, task))
console.log(
  JSON.stringify({
    peak: process.resourceUsage().maxRSS * 1024,
    time: call,
    missing: missingPixels(mask),
    picture: data.length,
    mask: mask.length,
  }),
)
