// A process that holds a sheet of sprites of 24 megapixels, and copies it or bleeds its colours: what
// fill-transparent.mjs starts. The operating system's own record of the peak tells what it took.
import { fillTransparent } from 'isophote/fill-transparent'
import { time } from './measure.mjs'
import { createRandom } from './random.mjs'

const [task, distance] = process.argv.slice(2)
const width = 6000
const height = 4000
const cell = 250
const data = new Uint8Array(width * height * 4)
const next = createRandom(5)
const radii = Array.from({ length: (width / cell) * (height / cell) }, () => 30 + next() * 80)
let transparent = 0
for (let y = 0, at = 0; y < height; y++) {
  for (let x = 0; x < width; x++, at += 4) {
    const radius = radii[Math.floor(y / cell) * (width / cell) + Math.floor(x / cell)]
    if (Math.hypot((x % cell) - cell / 2, (y % cell) - cell / 2) < radius) {
      data[at] = x & 255
      data[at + 1] = y & 255
      data[at + 2] = (x ^ y) & 255
      data[at + 3] = 255
    } else transparent++
  }
}
const image = { data, width, height, channels: 4 }
const options = { method: task, distance: Number(distance ?? Infinity) }
const call = {
  hold: () => undefined,
  copy: () => data.slice(),
}
// One call of a minute will do.
const times = Array.from({ length: task === 'harmonic' ? 1 : 3 }, () =>
  time(call[task] ?? (() => fillTransparent(image, options))),
)
console.log(
  JSON.stringify({
    peak: process.resourceUsage().maxRSS * 1024,
    times,
    share: transparent / (width * height),
  }),
)
